package io.github.crosstie.report;

/** Numbers with their nouns, as people say them. */
final class Counted {

    private Counted() {}

    static String of(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
