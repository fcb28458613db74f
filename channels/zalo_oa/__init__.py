"""A Zalo Official Account as a channel: webhook in, the OpenAPI out, tokens that are renewed once a day."""
