package io.github.crosstie.ews.internal.soap;

/** Carries a trouble along as the cause of an exception of the SPI. */
final class TroubleCause extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;

    TroubleCause(Trouble trouble) {
        super(trouble.toString(), null, false, false);
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
