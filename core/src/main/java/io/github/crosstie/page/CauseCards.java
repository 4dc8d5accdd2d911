package io.github.crosstie.page;

import io.github.crosstie.report.Cause;
import java.util.List;

/** What is in the way, each cause once, with everybody whom it concerns. */
final class CauseCards {

    private static final int MOST_USERS = 10;

    private final Html html;

    CauseCards(Html html) {
        this.html = html;
    }

    void write(List<Cause> causes) {
        causes.stream().limit(StatusPage.MOST).forEach(this::card);
        StatusPage.more(html, causes.size(), "causes");
    }

    private void card(Cause cause) {
        int users = cause.users().size();
        html.inside(
                "article",
                () -> {
                    html.inside("h3", () -> {
                        Words.chip(html, cause.stage());
                        html.element("span", Words.count(users, "user", "users"));
                    });
                    html.element("p", cause.reason());
                    html.element(
                            "p",
                            StatusPage.some(
                                    cause.users().stream().map(each -> each.user() + " of " + each.organization()),
                                    users,
                                    MOST_USERS),
                            "class",
                            "quiet");
                },
                "class",
                "card " + Words.color(cause.stage()));
    }
}
