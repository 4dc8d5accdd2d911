package io.github.crosstie.page;

import io.github.crosstie.connector.Notification;
import io.github.crosstie.diff.FieldChange;
import io.github.crosstie.diff.FieldConflict;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.PlannedChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change of a plan as a row: a sign, which side, which records, and what becomes of each field. */
final class ChangeRow {

    private final Html html;
    private final boolean showValues;

    ChangeRow(Html html, boolean showValues) {
        this.html = html;
        this.showValues = showValues;
    }

    /** Whether a change is anybody's concern; the others are about the stored state alone. */
    static boolean isShown(PlannedChange change) {
        return switch (change.kind()) {
            case CREATE, UPDATE, DELETE, REMOVE_DUPLICATE, HELD, MATCH, ADOPT, DETACH, LEAVE -> true;
            case REFUTE, FORGET, UNLINK, AWAKEN, SETTLE -> false;
        };
    }

    void write(PlannedChange change) {
        html.inside("tr", () -> head(change).cell(() -> fields(change)));
    }

    /** The same change of two plans, with the contents that each gives it. */
    void write(PlannedChange before, PlannedChange after) {
        html.inside("tr", () -> head(after).cell(() -> fields(before)).cell(() -> fields(after)));
    }

    private Table head(PlannedChange change) {
        return new Table(html)
                .cell(() -> kind(change))
                .cell(side(change))
                .cell(() -> html.element("code", PlanContent.records(change.records())));
    }

    private static String side(PlannedChange change) {
        if (change instanceof PlannedChange.Held held) {
            return Words.of(held.deletion().side());
        }
        return change instanceof PlannedChange.RemoteWrite write ? Words.of(write.side()) : "";
    }

    private void kind(PlannedChange change) {
        switch (change.kind()) {
            case CREATE -> Words.chip(html, Icon.PLUS, "good", "Create");
            case UPDATE -> Words.chip(html, Icon.EDIT, "run", "Update");
            case DELETE -> Words.chip(html, Icon.MINUS, "bad", "Delete");
            case REMOVE_DUPLICATE -> Words.chip(html, Icon.MINUS, "bad", "Remove duplicate");
            case HELD -> Words.chip(html, Icon.PAUSE, "held", "Held deletion");
            case MATCH -> Words.chip(html, Icon.MATCH, "idle", "Link");
            case ADOPT -> Words.chip(html, Icon.MATCH, "idle", "Adopt");
            case DETACH, LEAVE -> Words.chip(html, Icon.CIRCLE, "idle", "Part");
            case REFUTE, FORGET, UNLINK, AWAKEN, SETTLE -> html.text("");
        }
    }

    private void fields(PlannedChange change) {
        if (change instanceof PlannedChange.Create create) {
            if (create.isRestoration()) {
                html.inside("p", () -> {
                    Words.chip(html, Icon.WARNING, "wait", "Conflict");
                    html.text(" deleted here, while its counterpart changed or came back: created again");
                });
            }
            html.inside(
                    "dl",
                    () -> create.content().values().forEach((field, value) -> set(field, null, value)),
                    "class",
                    "facts");
            notification(create, "sends invitations, once an update has added the attendees");
        } else if (change instanceof PlannedChange.Update update) {
            html.inside("dl", () -> update.changes().forEach(this::set), "class", "facts");
            conflicts(update.conflicts());
            notification(update, "sends mail to the attendees");
        } else if (change instanceof PlannedChange.Delete delete) {
            seen(delete);
            conflicts(delete.conflicts());
            notification(delete, "sends cancellations to the attendees");
        } else if (change instanceof PlannedChange.RemoveDuplicate removal) {
            html.text("created twice by earlier attempts");
            conflicts(removal.conflicts());
        } else if (change instanceof PlannedChange.Held held) {
            html.element("p", held.reason());
            seen(held.deletion());
        } else if (change instanceof PlannedChange.Match match) {
            html.text("recognised as one, by " + match.by());
        } else if (change instanceof PlannedChange.Adopt) {
            html.text("created by an earlier attempt");
        } else if (change instanceof PlannedChange.Detach detach) {
            html.text(detach.reason());
        } else if (change instanceof PlannedChange.Leave leave) {
            html.text(leave.reason());
        }
    }

    /** What is to be deleted, for whoever may see it: nobody can agree to an id. */
    private void seen(PlannedChange.Delete deletion) {
        Item seen = deletion.seen();
        if (showValues && seen != null) {
            html.inside(
                    "dl",
                    () -> seen.values()
                            .forEach((field, value) -> html.element("dt", field).element("dd", value)),
                    "class",
                    "facts");
        }
    }

    private void set(FieldChange change) {
        set(change.field(), change.from(), change.to());
    }

    /** The old value struck out and the new one behind it, which is also read out so. */
    private void set(Field<?> field, @Nullable Object from, @Nullable Object to) {
        html.element("dt", field).inside("dd", () -> {
            if (from != null) {
                html.element("del", shown(from)).text(" ");
            }
            if (to == null) {
                html.element("span", "cleared", "class", "quiet");
            } else {
                html.element("ins", shown(to));
            }
        });
    }

    private void conflicts(List<FieldConflict> conflicts) {
        conflicts.forEach(conflict -> html.inside("p", () -> {
            Words.chip(html, Icon.WARNING, "wait", "Conflict");
            html.text(" " + conflict.field() + " of the " + Words.of(conflict.loser()) + " gives way: ");
            Object lost = conflict.lost();
            if (lost == null) {
                html.text("it was cleared");
            } else {
                html.element("del", shown(lost)).text(", kept in the journal");
            }
        }));
    }

    private void notification(PlannedChange.RemoteWrite write, String what) {
        if (write.notification() != Notification.NONE) {
            html.inside("p", () -> {
                Words.chip(html, Icon.MAIL, "wait", "Mail");
                html.text(" the " + (write.side() == Side.CRM ? "CRM" : "mail server") + " " + what);
            });
        }
    }

    private Object shown(Object value) {
        return showValues ? value : "(value)";
    }
}
