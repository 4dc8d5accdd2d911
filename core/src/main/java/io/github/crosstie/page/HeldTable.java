package io.github.crosstie.page;

import io.github.crosstie.apply.HeldDeletions;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.HeldDeletion;
import java.util.List;

/** Deletions that wait for a person: what would be deleted, why, since when, and the token that lets exactly these go. */
final class HeldTable {

    private static final int MOST_DELETIONS = 20;
    private static final List<String> HEAD = List.of("Would delete", "Id", "Of the pair with", "Since", "Why");

    private final Html html;

    HeldTable(Html html) {
        this.html = html;
    }

    void write(List<HeldDeletions> held) {
        html.element(
                "p",
                "Nothing is deleted before a person has looked: if these are meant, hand the token to Crosstie.releaseDeletions; if not, bring"
                        + " the records back.");
        held.stream().limit(StatusPage.MOST).forEach(this::collection);
        StatusPage.more(html, held.size(), "mailbox collections with held deletions");
    }

    private void collection(HeldDeletions held) {
        int all = held.deletions().size();
        html.inside(
                "article",
                () -> {
                    html.inside("h3", () -> {
                        Words.chip(html, Icon.PAUSE, "held", Words.count(all, "deletion", "deletions"));
                        html.element("span", Words.of(held.collection().kind()) + " of ")
                                .element("code", held.collection().user())
                                .element(
                                        "span",
                                        "organization " + held.collection().organization(),
                                        "class",
                                        "quiet");
                    });
                    html.inside("p", () -> {
                        html.text("Waiting since ");
                        Words.moment(html, held.since(), "");
                        html.text(". Token ").element("code", held.token());
                        html.text(held.releasedBy() == null ? "" : ". Released: the next round makes them");
                    });
                    new Table(html)
                            .write(
                                    "What would be deleted",
                                    HEAD,
                                    () -> held.deletions().stream()
                                            .limit(MOST_DELETIONS)
                                            .forEach(this::row));
                    if (all > MOST_DELETIONS) {
                        html.element("p", "and " + Words.grouped(all - MOST_DELETIONS) + " more", "class", "quiet");
                    }
                },
                "class",
                "card held");
    }

    private void row(HeldDeletion deletion) {
        Side other = deletion.side() == Side.CRM ? Side.MAIL : Side.CRM;
        html.inside(
                "tr",
                () -> new Table(html)
                        .cell("in the " + Words.of(deletion.side()))
                        .cell(() -> html.element("code", deletion.record().id()))
                        .cell(() -> html.text(Words.of(other) + " ")
                                .element("code", other == Side.CRM ? deletion.crm() : deletion.mail()))
                        .cell(() -> Words.moment(html, deletion.since(), ""))
                        .cell(deletion.reason()));
    }
}
