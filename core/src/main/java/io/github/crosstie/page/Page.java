package io.github.crosstie.page;

import java.util.LinkedHashMap;
import java.util.Map;

/** What all pages have in common: head, style, title, the way to each section, and the foot. */
final class Page {

    /** Nothing is loaded from anywhere, and nothing runs, whatever should ever get into a page. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private final Html html = new Html();
    private final Map<String, Section> sections = new LinkedHashMap<>();

    /** A section with its title. */
    private record Section(String title, Runnable content) {}

    Html html() {
        return html;
    }

    /** Adds a section; it is written when the page is. */
    Page section(String id, String title, Runnable content) {
        sections.put(id, new Section(title, content));
        return this;
    }

    /**
     * Writes the page.
     *
     * @param title what it is about
     * @param subtitle writes what stands below the title
     */
    String write(String title, Runnable subtitle) {
        html.inside(
                "html",
                () -> html.inside("head", () -> head(title)).inside("body", () -> body(title, subtitle)),
                "lang",
                "en");
        return html.toString();
    }

    private void head(String title) {
        html.empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .empty("meta", "name", "referrer", "content", "no-referrer")
                .empty("meta", "name", "robots", "content", "noindex")
                .element("title", title)
                .style(Style.CSS);
    }

    private void body(String title, Runnable subtitle) {
        Icon.define(html);
        html.element("a", "Skip to the content", "class", "skip", "href", "#content");
        html.inside("header", () -> {
            html.element("h1", title).inside("p", subtitle, "class", "quiet");
            if (sections.size() > 1) {
                html.inside("nav", () -> html.inside("ul", this::ways), "aria-label", "Sections");
            }
        });
        html.inside("main", () -> sections.forEach(this::section), "id", "content");
        html.inside("footer", () -> html.element("p", "Moments are in UTC. Made by Crosstie."));
    }

    private void ways() {
        sections.forEach(
                (id, section) -> html.inside("li", () -> html.element("a", section.title(), "href", "#" + id)));
    }

    private void section(String id, Section section) {
        html.inside(
                "section",
                () -> {
                    html.element("h2", section.title(), "id", id);
                    section.content().run();
                },
                "aria-labelledby",
                id);
    }
}
