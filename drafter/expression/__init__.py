"""`{{ expressions }}`: parsed by Jinja2's parser, evaluated by a closed match; nothing is ever compiled or run."""
