package io.github.crosstie.page;

/** Small drawings beside words, so that colour is never the only sign. Each is drawn once a page, and used by its name. */
enum Icon {
    /** A circle with a check. */
    CHECK("M14.5 8a6.5 6.5 0 1 1-13 0a6.5 6.5 0 1 1 13 0 M5 8.2l2.1 2.1l4-4.4"),
    /** A circle with an arrow into it. */
    PROGRESS("M14.5 8a6.5 6.5 0 1 1-13 0a6.5 6.5 0 1 1 13 0 M4.8 8h6 M8.4 5.4l2.6 2.6l-2.6 2.6"),
    /** Two circles that meet. */
    MATCH("M10 8a4.2 4.2 0 1 1-8.4 0a4.2 4.2 0 1 1 8.4 0 M14.4 8a4.2 4.2 0 1 1-8.4 0a4.2 4.2 0 1 1 8.4 0"),
    /** An empty circle. */
    CIRCLE("M14.5 8a6.5 6.5 0 1 1-13 0a6.5 6.5 0 1 1 13 0"),
    /** An arrow that turns back. */
    AGAIN("M13.6 9.8a6 6 0 1 1-.4-4.4 M13.6 1.8v3.8h-3.8"),
    /** A circle with two bars. */
    PAUSE("M14.5 8a6.5 6.5 0 1 1-13 0a6.5 6.5 0 1 1 13 0 M6.2 5.6v4.8 M9.8 5.6v4.8"),
    /** An octagon with a cross. */
    CROSS("M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8h-5.4l-3.8-3.8v-5.4z M5.9 5.9l4.2 4.2 M10.1 5.9l-4.2 4.2"),
    /** A triangle with a mark. */
    WARNING("M8 1.8l6.8 12.2h-13.6z M8 6.2v3.6 M8 11.9v.1"),
    /** A circle with an i. */
    INFO("M14.5 8a6.5 6.5 0 1 1-13 0a6.5 6.5 0 1 1 13 0 M8 7.4v3.8 M8 4.8v.1"),
    /** A clock. */
    CLOCK("M14.5 8a6.5 6.5 0 1 1-13 0a6.5 6.5 0 1 1 13 0 M8 4.2v3.8l2.6 1.8"),
    /** A circle with a plus. */
    PLUS("M14.5 8a6.5 6.5 0 1 1-13 0a6.5 6.5 0 1 1 13 0 M8 5v6 M5 8h6"),
    /** A circle with a minus. */
    MINUS("M14.5 8a6.5 6.5 0 1 1-13 0a6.5 6.5 0 1 1 13 0 M5 8h6"),
    /** A pencil. */
    EDIT("M2 14l.8-3.2l8.4-8.4a1.3 1.3 0 0 1 1.9 0l.5.5a1.3 1.3 0 0 1 0 1.9l-8.4 8.4z M9.8 3.8l2.4 2.4"),
    /** A letter. */
    MAIL("M1.8 3.2h12.4v9.6h-12.4z M1.8 3.6l6.2 5l6.2-5"),
    /** Some people. */
    PEOPLE(
            "M8.6 5a2.6 2.6 0 1 1-5.2 0a2.6 2.6 0 1 1 5.2 0 M1.4 13.6c0-3 2-4.4 4.6-4.4s4.6 1.4 4.6 4.4 M10.8 2.6a2.6 2.6 0"
                    + " 0 1 0 4.8 M12.2 9.5c1.6.6 2.5 2 2.5 4.1");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** All drawings, unseen, to be used further down. */
    static void define(Html html) {
        html.inside(
                "svg",
                () -> {
                    for (Icon icon : values()) {
                        html.inside(
                                "symbol",
                                () -> html.element("path", "", "d", icon.path),
                                "id",
                                "icon-" + icon.name(),
                                "viewBox",
                                "0 0 16 16");
                    }
                },
                "width",
                "0",
                "height",
                "0",
                "class",
                "unseen",
                "aria-hidden",
                "true");
    }

    /** Puts it before a word, which says the same. */
    void put(Html html) {
        html.inside(
                "svg",
                () -> html.element("use", "", "href", "#icon-" + name()),
                "class",
                "icon",
                "aria-hidden",
                "true");
    }
}
