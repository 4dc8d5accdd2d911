package io.github.crosstie.examples;

import java.io.PrintWriter;

/** Shows how far long work has come, on one line of a terminal that is wiped at the end; nothing where nobody looks. */
final class Progress {

    private static final int STEPS = 100;

    private final PrintWriter terminal;
    private final boolean shown;

    private Progress(PrintWriter terminal, boolean shown) {
        this.terminal = terminal;
        this.shown = shown;
    }

    @SuppressWarnings("SystemConsoleNull") // on newer JDKs a line too many may reach a file; nothing worse
    static Progress on(PrintWriter terminal) {
        return new Progress(terminal, System.console() != null);
    }

    static Progress silent() {
        return new Progress(new PrintWriter(java.io.Writer.nullWriter()), false);
    }

    void at(String work, int done, int total) {
        boolean step = done % Math.max(1, total / STEPS) == 0;
        if (shown && (step || done == total)) {
            terminal.print(done == total ? "\r\u001b[K" : "\r" + work + " " + done + " of " + total);
            terminal.flush();
        }
    }
}
