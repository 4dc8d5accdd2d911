package io.github.crosstie.examples;

import io.github.crosstie.Crosstie;
import io.github.crosstie.apply.HeldDeletions;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.assignment.Enrollment;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.conflict.Conflict;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.connector.Write;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
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
    private final Map<OrganizationId, InMemorySystem> crms = new LinkedHashMap<>();
    private final Map<OrganizationUser, Desk> desks = new LinkedHashMap<>();
    private final Crosstie crosstie;
    private final OutcomeReport outcomes;

    TroubledHouse() {
        InMemorySystem mail = InMemorySystem.create(Side.MAIL, clock);
        Crosstie.Builder builder = Crosstie.builder()
                .mail(mail)
                .store(InMemoryStateStore.create())
                .clock(clock)
                .ids(SequentialIds.create());
        BundledOrganizations.read(Set.of("larkspur-sandbox")).forEach(directory -> {
            InMemorySystem crm = InMemorySystem.create(Side.CRM, clock);
            crms.put(directory.organization().id(), crm);
            builder.organization(new OrganizationSetup(directory, SampleConfigurations.of(directory)), crm);
        });
        crosstie = builder.build();
        crms.forEach((organization, crm) -> crosstie.roster(organization)
                .enrollments()
                .map(Enrollment::user)
                .forEach(user -> crosstie.mailbox(organization, user)
                        .ifPresent(mailbox -> desks.put(
                                new OrganizationUser(organization, user),
                                new Desk(
                                        crm,
                                        new Owner(user.value()),
                                        mail,
                                        new Owner(mailbox.text()),
                                        LocalDate.now(clock))))));
        begin();
        outcomes = goWrong();
    }

    private List<OrganizationUser> people() {
        return List.copyOf(desks.keySet());
    }

    private Desk desk(int number) {
        return List.copyOf(desks.values()).get(number);
    }

    /** A first sync for all but the last one. */
    private void begin() {
        desks.values().forEach(desk -> {
            desk.typeFirstRecords();
            for (int each = 0; each < MANY; each++) {
                desk.records(Side.CRM, ItemKind.CONTACT).create(contact(each));
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
        List.copyOf(desks.values()).subList(0, begun.size()).forEach(Desk::editOnBothSides);
        mailContacts(0).faults().failNext(new UnauthorizedException("the system refuses the credentials"));
        InMemoryRecords customers = desk(1).records(Side.CRM, ItemKind.CONTACT);
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
        return desk(number).records(Side.MAIL, ItemKind.CONTACT);
    }

    private SyncResult sync(OrganizationUser who) {
        return crosstie.sync(who.organization(), who.user());
    }

    List<OrganizationStatus> statuses() {
        return crms.keySet().stream().map(crosstie::status).toList();
    }

    List<Conflict> conflicts() {
        return crosstie.conflicts().conflicts();
    }

    List<HeldDeletions> held() {
        List<HeldDeletions> held = new ArrayList<>();
        for (OrganizationUser who : people()) {
            Stream.of(ItemKind.values())
                    .flatMap(kind -> crosstie.held(who.organization(), who.user(), kind).stream())
                    .forEach(held::add);
        }
        return held;
    }

    OutcomeReport outcomes() {
        return outcomes;
    }

    /** What a first sync would do for the one who has not begun. */
    SyncPlan plan() {
        OrganizationUser last = people().get(desks.size() - 1);
        return crosstie.plan(last.organization(), last.user(), ItemKind.EVENT).orElseThrow();
    }
}
