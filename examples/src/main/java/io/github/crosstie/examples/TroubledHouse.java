package io.github.crosstie.examples;

import io.github.crosstie.Crosstie;
import io.github.crosstie.CrosstieBuilder;
import io.github.crosstie.apply.HeldDeletions;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.assignment.Enrollment;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.conflict.Conflict;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.connector.Write;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.examples.systems.SystemsInMemory;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.report.OrganizationStatus;
import io.github.crosstie.report.OutcomeReport;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.SequentialIds;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The bundled organizations on a day on which things go wrong: refused credentials, a mass deletion, a record that a system refuses, a
 * system that asks to be left alone, and somebody who has not begun. What is told of it is worth looking at.
 */
final class TroubledHouse {

    private static final int MANY = 40;
    private static final int DELETED = 24;

    private final MutableClock clock = MutableClock.create();
    private final SystemsInMemory systems =
            SystemsInMemory.of(BundledOrganizations.read(Set.of("larkspur-sandbox")), clock);
    private final Map<OrganizationUser, Desk> desks = new LinkedHashMap<>();
    private final Crosstie crosstie;
    private final OutcomeReport outcomes;
    private final SyncPlan plan;
    private final SyncPlan laterPlan;

    TroubledHouse() {
        CrosstieBuilder builder = Crosstie.builder()
                .mail(systems.mail())
                .store(InMemoryStateStore.create())
                .clock(clock)
                .ids(SequentialIds.create());
        systems.directories()
                .forEach(directory -> builder.organization(
                        new OrganizationSetup(directory, SampleConfigurations.of(directory)),
                        systems.crm(directory.organization().id())));
        crosstie = builder.build();
        organizations()
                .forEach(organization -> crosstie.roster(organization)
                        .enrollments()
                        .map(Enrollment::user)
                        .forEach(user -> crosstie.mailbox(organization, user)
                                .map(mailbox -> new Owner(mailbox.text()))
                                .ifPresent(mailbox -> desks.put(
                                        new OrganizationUser(organization, user), desk(organization, user, mailbox)))));
        begin();
        outcomes = goWrong();
        OrganizationUser last = people().get(desks.size() - 1);
        plan = plan(last);
        changeMind(desk(last));
        laterPlan = plan(last);
    }

    private Desk desk(OrganizationId organization, UserId user, Owner mailbox) {
        return new Desk(systems, organization, new Owner(user.value()), mailbox, LocalDate.now(clock));
    }

    private List<OrganizationId> organizations() {
        return systems.directories().stream()
                .map(directory -> directory.organization().id())
                .toList();
    }

    private List<OrganizationUser> people() {
        return List.copyOf(desks.keySet());
    }

    private Desk desk(OrganizationUser who) {
        return Objects.requireNonNull(desks.get(who), "desk of a person");
    }

    private InMemoryRecords records(OrganizationUser who, Side side, ItemKind kind) {
        return systems.records(side, who.organization(), desk(who).owner(side), kind);
    }

    /** A first sync for all but the last one. */
    private void begin() {
        desks.forEach((who, desk) -> {
            desk.typeFirstRecords();
            for (int each = 0; each < MANY; each++) {
                records(who, Side.CRM, ItemKind.CONTACT).create(contact(each));
            }
        });
        people().subList(0, desks.size() - 1).forEach(this::sync);
    }

    private static Item contact(int number) {
        return Item.contact()
                .set(ContactFields.SURNAME, "Customer " + number)
                .set(ContactFields.EMAIL_ADDRESS, "customer" + number + "@clients.example")
                .build();
    }

    /** Two days later everybody has typed, and four of them meet with something; after some hours the others sync once more. */
    private OutcomeReport goWrong() {
        clock.advance(Duration.ofDays(2));
        List<OrganizationUser> begun = people().subList(0, desks.size() - 1);
        begun.forEach(who -> desk(who).editOnBothSides());
        mailContacts(0).faults().failNext(new UnauthorizedException("the system refuses the credentials"));
        InMemoryRecords customers = records(people().get(1), Side.CRM, ItemKind.CONTACT);
        customers.items().entrySet().stream()
                .filter(entry -> entry.getValue()
                        .get(ContactFields.SURNAME)
                        .filter(name -> name.startsWith("Customer"))
                        .isPresent())
                .limit(DELETED)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(customers::delete);
        mailContacts(2).faults().rejectWrites(Write.Update.class::isInstance, "ErrorInvalidPhoneNumber");
        mailContacts(3)
                .faults()
                .failNext(new ThrottledException(
                        "the system asks to be left alone", clock.instant().plus(Duration.ofHours(4)), null));
        OutcomeReport.Builder report = OutcomeReport.builder("run-2", clock.instant());
        begun.forEach(who -> report.add(who, sync(who)));
        clock.advance(Duration.ofMinutes(205));
        begun.subList(Math.min(4, begun.size()), begun.size()).forEach(this::sync);
        return report.build();
    }

    private InMemoryRecords mailContacts(int number) {
        return records(people().get(number), Side.MAIL, ItemKind.CONTACT);
    }

    private SyncResult sync(OrganizationUser who) {
        return crosstie.sync(who.organization(), who.user());
    }

    /** Another place for one event, another event instead of a third. */
    private void changeMind(Desk desk) {
        desk.screen(Side.CRM, ItemKind.EVENT).edit("Quarterly review", EventFields.LOCATION, "Room 7");
        desk.screen(Side.MAIL, ItemKind.EVENT).delete("Dentist");
        LocalDate day = LocalDate.now(clock).plusDays(3);
        desk.screen(Side.MAIL, ItemKind.EVENT)
                .create(Item.event()
                        .set(EventFields.SUBJECT, "Day off")
                        .set(EventFields.TIME, new EventTime.AllDay(day, day.plusDays(1)))
                        .build());
    }

    List<OrganizationStatus> statuses() {
        return organizations().stream().map(crosstie::status).toList();
    }

    List<Conflict> conflicts() {
        return crosstie.conflicts().conflicts();
    }

    List<HeldDeletions> held() {
        List<HeldDeletions> held = new ArrayList<>();
        for (OrganizationUser who : people()) {
            Stream.of(ItemKind.values())
                    .flatMap(kind -> crosstie.heldDeletions(who.organization(), who.user(), kind).stream())
                    .forEach(held::add);
        }
        return held;
    }

    OutcomeReport outcomes() {
        return outcomes;
    }

    /** What a first sync would do for the one who has not begun. */
    SyncPlan plan() {
        return plan;
    }

    /** What it would do after they have changed their mind. */
    SyncPlan laterPlan() {
        return laterPlan;
    }

    private SyncPlan plan(OrganizationUser who) {
        return crosstie.plan(who.organization(), who.user(), ItemKind.EVENT).orElseThrow();
    }
}
