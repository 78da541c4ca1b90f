"""The public HTML: server-rendered, both languages, no script needed."""
