"""A verb's run over any number of documents: in one process or many, told as it goes, resumed where it stopped."""
