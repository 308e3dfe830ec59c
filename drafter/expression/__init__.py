"""`{{ expressions }}`: read by a grammar of our own, evaluated by a closed match; nothing is ever compiled or run."""
