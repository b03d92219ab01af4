"""One theory per file: pure functions, frozen results; no words, files, clocks or hidden chance."""
