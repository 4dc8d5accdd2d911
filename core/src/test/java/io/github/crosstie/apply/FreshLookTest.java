package io.github.crosstie.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.plan.LinkBasis;
import io.github.crosstie.plan.PlanBasis;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.RandomPlans;
import io.github.crosstie.plan.RecordBasis;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Intent;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FreshLookTest {

    private static final Owner USER = new Owner("0051");
    private static final LinkId LINK = new LinkId("link");
    private static final Item ADA =
            Item.contact().set(ContactFields.SURNAME, "Lovelace").build();

    private final Clock clock = Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);
    private final InMemorySystem crmSystem = InMemorySystem.create(Side.CRM, clock);
    private final InMemorySystem mailSystem = InMemorySystem.create(Side.MAIL, clock);
    private final InMemoryRecords crm = crmSystem.records(USER, ItemKind.CONTACT);
    private final InMemoryRecords mail = mailSystem.records(USER, ItemKind.CONTACT);
    private final RecordKey source = new RecordKey(Side.CRM, crm.create(ADA));
    private final RecordKey copy = new RecordKey(Side.MAIL, mail.create(ADA));
    private final Sides sides = new Sides(open(crmSystem), open(mailSystem));
    private final CollectionState state = CollectionState.empty();
    private final Link half = Link.half(LINK, Side.CRM, new Half(source.id(), version(source), ADA));
    private final Link whole = half.with(Side.MAIL, new Half(copy.id(), version(copy), ADA));

    @Test
    @DisplayName("G1: a link that has become whole since is not dropped for want of its counterpart")
    void dropsNoLinkThatHasBecomeWhole() {
        PlannedChange unlink = new PlannedChange.Unlink(LINK, List.of(source), false);
        SyncPlan plan = plan(unlink, half, present(source));
        put(half);
        assertThat(objection(plan, unlink)).as("as planned").isEmpty();

        put(whole);

        assertThat(objection(plan, unlink)).get().asString().contains("moved on");
    }

    @Test
    @DisplayName("G1: nothing is done to a link of which a write is still to be found out about")
    void waitsForAnOpenIntent() {
        PlannedChange forgetful = new PlannedChange.Unlink(LINK, List.of(source, copy), true);
        SyncPlan plan = plan(forgetful, whole, present(source), present(copy));
        put(whole);

        state.apply(List.of(new StateChange.PutIntent(new Intent.Delete(LINK, Side.MAIL, List.of()))));

        assertThat(objection(plan, forgetful)).get().asString().contains("still to be found out");
    }

    @Test
    @DisplayName("G1: the engine's own duplicate stays if the record that it doubles is not what it was")
    void keepsADuplicateOfWhatHasChanged() {
        RecordKey duplicate = new RecordKey(Side.MAIL, mail.create(ADA));
        PlannedChange removal = new PlannedChange.RemoveDuplicate(LINK, duplicate, version(duplicate), List.of());
        SyncPlan plan = plan(removal, whole, present(source), present(copy), present(duplicate));
        put(whole);
        assertThat(objection(plan, removal)).as("as planned").isEmpty();

        mail.edit(copy.id(), contact -> contact.set(ContactFields.NOTES, "typed later"));

        assertThat(objection(plan, removal)).get().asString().contains(copy + " has been edited since");
    }

    @Test
    @DisplayName("S11: nothing is created from a record that has been detached since")
    void createsNothingOfWhatIsDetached() {
        PlannedChange create = new PlannedChange.Create(Side.MAIL, source, version(source), null, null, ADA, ADA);
        SyncPlan plan = plan(create, null, present(source));
        assertThat(objection(plan, create)).as("as planned").isEmpty();

        state.apply(List.of(new StateChange.Detach(source)));

        assertThat(objection(plan, create)).get().asString().contains("detached");
    }

    @Test
    @DisplayName("S10: what was gone and is there again does not count as gone, nor does what is only out of view")
    void asksForProofAgain() {
        PlannedChange forget = new PlannedChange.Forget(copy);
        SyncPlan plan = plan(forget, null, RecordBasis.absent(copy, Removal.DELETED));

        assertThat(objection(plan, forget)).get().asString().contains("there again");
        mail.hide(copy.id());
        assertThat(objection(plan, forget)).get().asString().contains("no longer provably deleted");
    }

    @Test
    @DisplayName("G1: what a plan says nothing of is not done")
    void doesNothingInIgnorance() {
        PlannedChange forget = new PlannedChange.Forget(copy);

        assertThat(objection(plan(forget, null), forget)).get().asString().contains("does not say");
    }

    private Optional<String> objection(SyncPlan plan, PlannedChange change) {
        return FreshLook.at(plan, state, sides).objection(change);
    }

    private void put(Link link) {
        state.apply(List.of(new StateChange.PutLink(link)));
    }

    private RecordBasis present(RecordKey record) {
        return RecordBasis.present(record, version(record));
    }

    private ItemVersion version(RecordKey record) {
        ReadOutcome outcome = sides.on(record.side())
                .read(List.of(new ItemId(record.id().value())))
                .get(0);
        return ((ReadOutcome.Found) outcome).record().version();
    }

    private static SyncPlan plan(PlannedChange change, Link link, RecordBasis... records) {
        List<LinkBasis> links = link == null ? List.of() : List.of(LinkBasis.of(link));
        return new SyncPlan(
                new RandomPlans(0).plan().header(), List.of(change), List.of(), new PlanBasis(links, List.of(records)));
    }

    private static Endpoint open(InMemorySystem system) {
        return system.open(
                USER,
                ItemKind.CONTACT,
                SyncConfiguration.builder(new ConfigurationId("c")).build());
    }
}
