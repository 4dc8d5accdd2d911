package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What people do once both sides are in step, and what both are to show once they are in step again. */
@SuppressWarnings("ImmutableEnumChecker") // functions without state
enum FaultStory {
    FIRST_SYNC(agenda -> {}, seen -> seen),

    NEW_RECORDS(
            agenda -> {
                agenda.createContact("Dora");
                agenda.putEvent("Dinner", Agenda.TEN.plusDays(2));
                agenda.createEvent(Items.meeting("Walking", Agenda.TEN.plusHours(4), Duration.ofHours(1))
                        .set(EventFields.RECURRENCE, Agenda.weekly(Agenda.day(0), 3))
                        .set(
                                EventFields.CANCELLED_OCCURRENCES,
                                CancelledOccurrences.of(new OriginalStart.At(
                                        Agenda.TEN.plusHours(4).plusWeeks(1))))
                        .build());
            },
            seen -> changed(seen, contacts -> contacts.add("Dora.Crm@example.com "), events -> {
                events.add(Agenda.single("Dinner", 2, 0));
                events.add(Agenda.single("Walking", 0, 4));
                events.add(Agenda.line(
                        "Walking",
                        Agenda.TEN.plusHours(4).plusWeeks(2).toInstant().toString(),
                        ""));
            })),

    EDITS_IN_THE_CRM(
            agenda -> {
                agenda.editContact("Ada", ContactFields.JOB_TITLE, "Countess");
                Map<Field<?>, Object> lunch = Agenda.values(EventFields.TIME, Agenda.time(1, 2));
                lunch.put(EventFields.SUBJECT, "Late lunch");
                agenda.editEvent("Lunch", lunch);
                agenda.editEvent("Fair", Agenda.values(EventFields.SUBJECT, "Fun fair"));
                agenda.editEvent("Market", Agenda.values(EventFields.RECURRENCE, Agenda.weekly(Agenda.day(2), 3)));
                agenda.cancel("Market", Agenda.onDay(1));
                agenda.editEvent("Standing", Agenda.values(EventFields.RECURRENCE, Agenda.weekly(Agenda.day(0), 7)));
                agenda.cancel("Standing", Agenda.at(1), Agenda.at(4));
                agenda.editOccurrence("Standing", Agenda.at(3), EventFields.LOCATION, "Roof");
            },
            seen -> changed(
                    seen,
                    contacts -> replace(contacts, "Ada.Crm@example.com ", "Ada.Crm@example.com Countess"),
                    events -> {
                        replace(events, Agenda.single("Lunch", 1, 0), Agenda.single("Late lunch", 1, 2));
                        replace(events, Agenda.fair("Fair"), Agenda.fair("Fun fair"));
                        events.remove(Agenda.market(1));
                        events.remove(Agenda.market(3));
                        events.remove(Agenda.morning("Standing", 4, ""));
                        events.add(Agenda.morning("Standing", 5, ""));
                        events.add(Agenda.morning("Standing", 6, ""));
                        replace(events, Agenda.morning("Standing", 3, ""), Agenda.morning("Standing", 3, "Roof"));
                    })),

    OCCURRENCES_COME_BACK(
            agenda -> {
                agenda.cancel("Standing", Agenda.at(3));
                agenda.editOccurrence("Standing", Agenda.at(2), EventFields.SUBJECT, null);
                agenda.editOccurrence("Standing", Agenda.at(4), EventFields.SUBJECT, "Running");
            },
            seen -> changed(seen, contacts -> {}, events -> {
                events.add(Agenda.morning("Standing", 1, ""));
                replace(events, Agenda.morning("Sitting", 2, ""), Agenda.morning("Standing", 2, ""));
                events.remove(Agenda.morning("Standing", 3, ""));
                replace(events, Agenda.morning("Standing", 4, ""), Agenda.morning("Running", 4, ""));
            })),

    EDITS_IN_THE_MAILBOX(
            agenda -> {
                agenda.editMailContact("cleo", "JobTitle", "Queen");
                agenda.editMailEvent("Fair", Map.of("Subject", "Fun fair"));
                agenda.deleteMailOccurrence("Standing", 3);
                agenda.editMailOccurrence("Standing", 4, "Location", "Roof");
                agenda.deleteMailOccurrence("Market", 2);
            },
            seen -> changed(
                    seen,
                    contacts -> replace(contacts, "cleo.mail@example.com ", "cleo.mail@example.com Queen"),
                    events -> {
                        replace(events, Agenda.fair("Fair"), Agenda.fair("Fun fair"));
                        events.remove(Agenda.morning("Standing", 3, ""));
                        replace(events, Agenda.morning("Standing", 4, ""), Agenda.morning("Standing", 4, "Roof"));
                        events.remove(Agenda.market(2));
                    })),

    ONE_SERIES_ON_BOTH_SIDES(
            agenda -> {
                agenda.cancel("Standing", Agenda.at(1), Agenda.at(3));
                agenda.editOccurrence("Standing", Agenda.at(0), EventFields.LOCATION, "Hall");
                agenda.editMailOccurrence("Standing", 4, "Location", "Roof");
                agenda.deleteMailOccurrence("Sitting", 2);
            },
            seen -> changed(seen, contacts -> {}, events -> {
                replace(events, Agenda.morning("Standing", 0, ""), Agenda.morning("Standing", 0, "Hall"));
                events.remove(Agenda.morning("Sitting", 2, ""));
                events.remove(Agenda.morning("Standing", 3, ""));
                replace(events, Agenda.morning("Standing", 4, ""), Agenda.morning("Standing", 4, "Roof"));
            })),

    DELETIONS_IN_THE_CRM(
            agenda -> {
                agenda.deleteContact("Ada");
                agenda.deleteEvent("Lunch");
                agenda.deleteEvent("Standing");
            },
            seen -> changed(seen, contacts -> contacts.remove("Ada.Crm@example.com "), events -> {
                events.remove(Agenda.single("Lunch", 1, 0));
                events.removeIf(line -> line.startsWith("Standing") || line.startsWith("Sitting"));
            })),

    /** They stay in the CRM, detached, by the usual policy (S11). */
    DELETIONS_IN_THE_MAILBOX(
            agenda -> {
                agenda.deleteMailContact("Bea");
                agenda.deleteMailEvent("Lunch");
                agenda.deleteMailEvent("Standing");
            },
            seen -> {
                Agenda.Seen gone = changed(seen, contacts -> contacts.remove("Bea.Crm@example.com "), events -> {
                    events.remove(Agenda.single("Lunch", 1, 0));
                    events.removeIf(line -> line.startsWith("Standing") || line.startsWith("Sitting"));
                });
                return new Agenda.Seen(seen.crmContacts(), gone.mailContacts(), seen.crmEvents(), gone.mailEvents());
            });

    private final Consumer<Agenda> acts;
    private final UnaryOperator<Agenda.Seen> outcome;

    FaultStory(Consumer<Agenda> acts, UnaryOperator<Agenda.Seen> outcome) {
        this.acts = acts;
        this.outcome = outcome;
    }

    /** The round before which the story ends is the next one. */
    void live(SyncedMailbox user) {
        user.fill();
        if (this != FIRST_SYNC) {
            user.settle();
        }
        acts.accept(user.agenda());
    }

    Agenda.Seen outcome() {
        return outcome.apply(Agenda.Seen.both(Before.CONTACTS, Before.EVENTS));
    }

    /** What both sides have in step before people do something. */
    private static final class Before {
        static final List<String> CONTACTS =
                List.of("Ada.Crm@example.com ", "Bea.Crm@example.com ", "cleo.mail@example.com ");
        static final List<String> EVENTS = List.of(
                Agenda.morning("Standing", 0, ""),
                Agenda.morning("Sitting", 2, ""),
                Agenda.morning("Standing", 3, ""),
                Agenda.morning("Standing", 4, ""),
                Agenda.single("Lunch", 1, 0),
                Agenda.fair("Fair"),
                Agenda.market(0),
                Agenda.market(1),
                Agenda.market(2),
                Agenda.market(3));

        private Before() {}
    }

    private static Agenda.Seen changed(
            Agenda.Seen seen, Consumer<List<String>> contacts, Consumer<List<String>> events) {
        List<String> allContacts = new ArrayList<>(seen.crmContacts());
        contacts.accept(allContacts);
        List<String> allEvents = new ArrayList<>(seen.crmEvents());
        events.accept(allEvents);
        return Agenda.Seen.both(allContacts, allEvents);
    }

    private static void replace(List<String> lines, String line, String other) {
        assertThat(lines.remove(line)).as(line).isTrue();
        lines.add(other);
    }
}
