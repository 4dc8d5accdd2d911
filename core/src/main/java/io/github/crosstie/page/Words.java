package io.github.crosstie.page;

import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.conflict.Severity;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.report.FlowCounts;
import io.github.crosstie.report.RetryClass;
import io.github.crosstie.report.Stage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words, signs and colours for what the values say in constants. */
final class Words {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    static String of(ItemKind kind) {
        return kind == ItemKind.CONTACT ? "Contacts" : "Events";
    }

    static String of(SyncDirection direction) {
        return direction == SyncDirection.CRM_TO_MAIL ? "CRM to mailbox" : "mailbox to CRM";
    }

    /** Which records flow which way. */
    static void way(Html html, ItemKind kind, SyncDirection direction) {
        html.element("span", of(kind) + ", " + of(direction), "class", "nowrap");
    }

    /** What does not go on at once, apart from what the next round does. */
    static String waiting(FlowCounts counts) {
        return Stream.of(
                        part(counts.quarantined(), "quarantined"),
                        part(counts.held(), "held"),
                        part(counts.atCap(), "at the cap"),
                        part(counts.wouldNotify(), "would send mail"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> part(long number, String what) {
        return number == 0 ? Optional.empty() : Optional.of(grouped(number) + " " + what);
    }

    static String of(Side side) {
        return side == Side.CRM ? "CRM" : "mailbox";
    }

    static String of(Stage stage) {
        return switch (stage) {
            case NOT_STARTED -> "Not started";
            case MATCHING -> "Matching";
            case INITIAL_SYNC -> "Initial sync";
            case IN_SYNC -> "In sync";
            case RETRYING -> "Retrying";
            case HELD -> "Held";
            case FAILED -> "Failed";
        };
    }

    static Icon icon(Stage stage) {
        return switch (stage) {
            case NOT_STARTED -> Icon.CIRCLE;
            case MATCHING -> Icon.MATCH;
            case INITIAL_SYNC -> Icon.PROGRESS;
            case IN_SYNC -> Icon.CHECK;
            case RETRYING -> Icon.AGAIN;
            case HELD -> Icon.PAUSE;
            case FAILED -> Icon.CROSS;
        };
    }

    static String color(Stage stage) {
        return switch (stage) {
            case NOT_STARTED -> "idle";
            case MATCHING -> "run-2";
            case INITIAL_SYNC -> "run";
            case IN_SYNC -> "good";
            case RETRYING -> "wait";
            case HELD -> "held";
            case FAILED -> "bad";
        };
    }

    static String of(Severity severity) {
        return switch (severity) {
            case ERROR -> "Error";
            case WARNING -> "Warning";
            case INFO -> "Info";
        };
    }

    static Icon icon(Severity severity) {
        return switch (severity) {
            case ERROR -> Icon.CROSS;
            case WARNING -> Icon.WARNING;
            case INFO -> Icon.INFO;
        };
    }

    static String color(Severity severity) {
        return switch (severity) {
            case ERROR -> "bad";
            case WARNING -> "wait";
            case INFO -> "run";
        };
    }

    static String of(RetryClass retry) {
        return switch (retry) {
            case NONE -> "nothing is to be tried again";
            case NEXT_ROUND -> "the next round goes on by itself";
            case LATER -> "tried again later, by itself";
            case ON_CHANGE -> "looked at again when the record or the settings change";
            case PERSON -> "waits for a person";
        };
    }

    /** A word with its sign, in its colour. */
    static void chip(Html html, Icon icon, String color, Object words) {
        html.inside(
                "span",
                () -> {
                    icon.put(html);
                    html.text(words);
                },
                "class",
                "chip " + color);
    }

    static void chip(Html html, Stage stage) {
        chip(html, icon(stage), color(stage), of(stage));
    }

    static void chip(Html html, Severity severity) {
        chip(html, icon(severity), color(severity), of(severity));
    }

    /** A moment to the minute, for machines to the second. */
    static void moment(Html html, @Nullable Instant moment, String none) {
        if (moment == null) {
            html.element("span", none, "class", "quiet");
        } else {
            html.element("time", MOMENT.format(moment), "datetime", moment.toString());
        }
    }

    static String count(long number, String one, String many) {
        return grouped(number) + " " + (number == 1 ? one : many);
    }

    /** With spaces between thousands, which no country takes for a decimal sign. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202F');
    }
}
