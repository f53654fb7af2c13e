"""What the tables of peers.py are made of, one module a question."""
