// Fills a docxtemplater template again at each line on stdin and prints the seconds it took a document.
const [modules, template, values, out, times] = process.argv.slice(2);
const { readFileSync, writeFileSync } = require("node:fs");
const { createInterface } = require("node:readline");
const Docxtemplater = require(`${modules}/docxtemplater`);
const PizZip = require(`${modules}/pizzip`);

const bytes = readFileSync(template);
const speech = JSON.parse(readFileSync(values, "utf8"));

function fill() {
  const document = new Docxtemplater(new PizZip(bytes), { paragraphLoop: true });
  document.render(speech);
  return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
}

writeFileSync(out, fill());
for (let n = 0; n < 50; n++) fill(); // V8 has compiled it by then
createInterface({ input: process.stdin }).on("line", () => {
  const start = process.hrtime.bigint();
  for (let n = 0; n < times; n++) fill();
  console.log(Number(process.hrtime.bigint() - start) / 1e9 / times);
});
