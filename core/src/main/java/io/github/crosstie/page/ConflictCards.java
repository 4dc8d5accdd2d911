package io.github.crosstie.page;

import io.github.crosstie.assignment.Route;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.conflict.Conflict;
import io.github.crosstie.conflict.MailboxAddress;
import io.github.crosstie.conflict.Participant;
import io.github.crosstie.conflict.RemedyOption;
import java.util.List;
import java.util.Locale;

/** What clashes: everybody who takes part side by side, and below them what to do. Mailboxes appear masked. */
final class ConflictCards {

    private static final int MOST_SIDES = 6;
    private static final int MOST_ROUTES = 3;

    private final Html html;

    ConflictCards(Html html) {
        this.html = html;
    }

    void write(List<Conflict> conflicts) {
        conflicts.stream().limit(StatusPage.MOST).forEach(this::card);
        StatusPage.more(html, conflicts.size(), "conflicts, none of them worse");
    }

    private void card(Conflict conflict) {
        List<Participant> participants = conflict.participants();
        html.inside(
                "article",
                () -> {
                    html.inside("h3", () -> {
                        Words.chip(html, conflict.severity());
                        html.element("span", conflict.kind().code())
                                .element("span", words(conflict.kind()))
                                .element(
                                        "span",
                                        conflict.mailbox()
                                                .map(MailboxAddress::toString)
                                                .orElse(""),
                                        "class",
                                        "quiet");
                    });
                    html.element("p", conflict.message());
                    html.inside(
                            "div", () -> participants.stream().limit(MOST_SIDES).forEach(this::side), "class", "sides");
                    if (participants.size() > MOST_SIDES) {
                        html.element(
                                "p",
                                "and " + Words.grouped(participants.size() - MOST_SIDES) + " more",
                                "class",
                                "quiet");
                    }
                    remedy(conflict);
                },
                "class",
                "card " + Words.color(conflict.severity()));
    }

    private void side(Participant participant) {
        html.inside(
                "div",
                () -> {
                    html.element("strong", participant.organization().name());
                    html.inside("dl", () -> {
                        fact("Environment", words(participant.organization().environment()));
                        fact("User", participant.user() == null ? "everybody of a profile" : participant.user());
                        if (participant.configuration() != null) {
                            fact(
                                    "Configuration",
                                    participant.configuration() + (participant.active() ? ", active" : ", inactive"));
                        }
                        fact("Today", words(participant.standing()));
                        participant.routes().stream().limit(MOST_ROUTES).forEach(this::route);
                    });
                },
                "class",
                "side");
    }

    private void route(Route route) {
        fact(
                "By",
                route.path() + ": " + route.configuration() + ", "
                        + route.verdict().reason());
    }

    private void fact(String name, Object value) {
        html.element("dt", name).element("dd", value);
    }

    private void remedy(Conflict conflict) {
        html.inside(
                "div",
                () -> {
                    html.inside(
                            "p",
                            () -> html.element("strong", "What to do: ")
                                    .text(conflict.remedy().text()));
                    List<RemedyOption> options = conflict.remedy().options();
                    if (options.size() > 1) {
                        html.inside("ul", () -> options.forEach(this::option));
                    }
                },
                "class",
                "remedy");
    }

    private void option(RemedyOption option) {
        String effect = option.harmless()
                ? "changes nobody else"
                : "changes " + Words.count(option.affected().size(), "other user", "other users");
        html.inside("li", () -> html.text(option.text() + " ").element("span", "(" + effect + ")", "class", "quiet"));
    }

    private static String words(Enum<?> constant) {
        String spelled = Spelling.of(constant).replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return spelled.substring(0, 1).toUpperCase(Locale.ROOT) + spelled.substring(1);
    }
}
