"""The form language: XLSForm in, questions and answers out; pure, without clock or I/O."""
