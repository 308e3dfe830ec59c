"""Tables of facts: what reads them, and the workbooks that are made to fill in and to report."""
