"""JSON Schemas of a project's files, from the models that the reader uses and the names that this project has."""
