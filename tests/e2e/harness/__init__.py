"""What the end-to-end tests share: a server, real clients, packages, and a look at what is left behind."""
