package io.github.crosstie.diff;

import static io.github.crosstie.item.ContactFields.CATEGORIES;
import static io.github.crosstie.item.ContactFields.COMPANY_NAME;
import static io.github.crosstie.item.ContactFields.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Projection;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ThreeWayMergeTest {

    private static final Projection LOWER = (field, value) -> value instanceof Set<?> set
            ? set.stream().map(text -> lower((String) text)).collect(Collectors.toCollection(TreeSet::new))
            : lower((String) value);

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    @Test
    @DisplayName("S3: a field changed on one side flows to the other")
    void flowsFromTheChangedSide() {
        MergeResult result = merge(SyncDirection.BOTH)
                .merge(views(notes("a"), notes("a")), views(notes("b"), notes("a")), Side.MAIL);

        assertThat(result.toMail()).containsExactly(new FieldChange(NOTES, "a", "b", "b", NOTES, "b"));
        assertThat(result.toCrm()).isEmpty();
        assertThat(result.conflicts()).isEmpty();
        assertThat(result.bases()).isEqualTo(views(notes("b"), notes("b")));
    }

    @Test
    @DisplayName("S4: a field that one side cannot hold is not asked of it, whoever edits it on the other")
    void asksNoSideAboutWhatItCannotHold() {
        Projection narrow = (field, value) -> {
            assertThat(field).as("field that the CRM is asked about").isEqualTo(NOTES);
            return value;
        };
        ThreeWayMerge merge = ThreeWayMerge.of(
                List.of(
                        new FieldRule(NOTES, NOTES, SyncDirection.BOTH),
                        new FieldRule(COMPANY_NAME, COMPANY_NAME, SyncDirection.OFF)),
                narrow,
                Projection.FAITHFUL);
        Item edited =
                Item.contact().set(NOTES, "a").set(COMPANY_NAME, "Engines").build();

        MergeResult result = merge.merge(views(notes("a"), notes("a")), views(notes("b"), edited), Side.CRM);

        assertThat(result.toMail()).extracting(FieldChange::to).containsExactly("b");
        assertThat(result.toCrm()).isEmpty();
    }

    @Test
    @DisplayName("S3: a field changed alike on both sides is left alone")
    void leavesEqualChangesAlone() {
        MergeResult result =
                merge(SyncDirection.BOTH).merge(views(notes("a"), notes("a")), views(notes("b"), notes("b")), Side.CRM);

        assertThat(result.toCrm()).isEmpty();
        assertThat(result.toMail()).isEmpty();
        assertThat(result.bases()).isEqualTo(views(notes("b"), notes("b")));
    }

    @Test
    @DisplayName("S3: of two different changes the winner's stays and the loser is told, a cleared field included")
    void tellsTheLoser() {
        MergeResult result =
                merge(SyncDirection.BOTH).merge(views(notes("a"), notes("a")), views(none(), notes("b")), Side.CRM);

        assertThat(result.toMail()).extracting(FieldChange::to).containsOnlyNulls();
        assertThat(result.conflicts()).containsExactly(new FieldConflict(Side.MAIL, NOTES, "b", null, "a"));
    }

    @Test
    @DisplayName("S2: a first merge fills gaps and lets the winner decide differences")
    void firstMergeFillsGaps() {
        Item crm = notes("crm");
        Item mail =
                Item.contact().set(NOTES, "mail").set(COMPANY_NAME, "Engines").build();

        MergeResult result = merge(SyncDirection.BOTH).merge(Views.empty(crm.kind()), views(crm, mail), Side.CRM);

        assertThat(result.toCrm()).extracting(FieldChange::to).containsExactly("Engines");
        assertThat(result.toMail()).extracting(FieldChange::to).containsExactly("crm");
        assertThat(result.conflicts()).extracting(FieldConflict::lost).containsExactly("mail");
    }

    @Test
    @DisplayName("S1: a one-way field ignores its target until the source changes")
    void oneWayIgnoresItsTarget() {
        ThreeWayMerge merge = merge(SyncDirection.CRM_TO_MAIL);
        MergeResult first = merge.merge(views(notes("a"), notes("a")), views(notes("a"), notes("mine")), Side.CRM);
        assertThat(first.toMail()).isEmpty();
        assertThat(first.toCrm()).isEmpty();

        MergeResult second = merge.merge(first.bases(), views(notes("b"), notes("mine")), Side.CRM);

        assertThat(second.toMail()).extracting(FieldChange::to).containsExactly("b");
        assertThat(second.conflicts()).extracting(FieldConflict::lost).containsExactly("mine");
    }

    @Test
    @DisplayName("S3: sets merge by additions and removals, and each part flows by itself")
    void mergesSets() {
        Views base = views(categories("a", "b"), categories("a", "b"));

        MergeResult result =
                merge(SyncDirection.BOTH).merge(base, views(categories("a", "b", "c"), categories("b", "d")), Side.CRM);

        assertThat(result.bases()).isEqualTo(views(categories("b", "c", "d"), categories("b", "c", "d")));
        assertThat(result.conflicts()).isEmpty();
        assertThat(result.toCrm().get(0).base())
                .as("the CRM's own addition still has to flow")
                .isEqualTo(Set.of("b", "d"));
    }

    @Test
    @DisplayName("S1: a one-way set passes additions and removals on, and keeps what the target added")
    void mergesSetsOneWay() {
        Views base = views(categories("a", "b"), categories("a", "b"));

        MergeResult result = merge(SyncDirection.CRM_TO_MAIL)
                .merge(base, views(categories("b", "c"), categories("a", "b", "mine")), Side.CRM);

        assertThat(result.toCrm()).isEmpty();
        assertThat(result.toMail()).extracting(FieldChange::to).containsExactly(Set.of("b", "c", "mine"));
    }

    @Test
    @DisplayName("values that a lossy side holds in its own way agree")
    void agreesWithALossySide() {
        ThreeWayMerge merge = ThreeWayMerge.of(rules(SyncDirection.BOTH), Projection.FAITHFUL, LOWER);
        Views current = views(
                Item.contact()
                        .set(NOTES, "Hello")
                        .set(CATEGORIES, Set.of("Vip"))
                        .build(),
                Item.contact()
                        .set(NOTES, "hello")
                        .set(CATEGORIES, Set.of("vip"))
                        .build());

        MergeResult result = merge.merge(Views.empty(current.crm().kind()), current, Side.MAIL);

        assertThat(result.toCrm()).isEmpty();
        assertThat(result.toMail()).isEmpty();
    }

    @Test
    @DisplayName("a removal reaches a lossy side in its own spelling")
    void removesFromALossySide() {
        ThreeWayMerge merge = ThreeWayMerge.of(rules(SyncDirection.BOTH), Projection.FAITHFUL, LOWER);

        MergeResult result = merge.merge(
                views(categories("Vip", "X"), categories("vip", "x")),
                views(categories("X"), categories("vip", "x", "y")),
                Side.CRM);

        assertThat(result.toMail()).extracting(FieldChange::to).containsExactly(Set.of("x", "y"));
        assertThat(result.toCrm()).extracting(FieldChange::to).containsExactly(Set.of("X", "y"));
    }

    @Test
    @DisplayName("S1: a new record carries what flows, and nothing else")
    void carriesWhatFlows() {
        ThreeWayMerge merge = ThreeWayMerge.of(
                List.of(
                        new FieldRule(NOTES, NOTES, SyncDirection.CRM_TO_MAIL),
                        new FieldRule(COMPANY_NAME, COMPANY_NAME, SyncDirection.MAIL_TO_CRM)),
                Projection.FAITHFUL,
                Projection.FAITHFUL);
        Item source = Item.contact().set(NOTES, "n").set(COMPANY_NAME, "c").build();

        assertThat(merge.carriedTo(Side.MAIL, source)).isEqualTo(notes("n"));
        assertThat(merge.carriedTo(Side.CRM, source))
                .isEqualTo(Item.contact().set(COMPANY_NAME, "c").build());
    }

    @Test
    @DisplayName("S4: what is seen of a record is its mapped fields that are not off, and no other")
    void seesMappedFieldsAlone() {
        ThreeWayMerge merge = ThreeWayMerge.of(
                List.of(
                        new FieldRule(NOTES, NOTES, SyncDirection.BOTH),
                        new FieldRule(COMPANY_NAME, COMPANY_NAME, SyncDirection.OFF)),
                Projection.FAITHFUL,
                Projection.FAITHFUL);
        Item whole = notes("left").toBuilder()
                .set(COMPANY_NAME, "Acme")
                .set(CATEGORIES, Set.of("a"))
                .build();
        Views base = views(notes("left").toBuilder().set(COMPANY_NAME, "Before").build(), notes("left"));

        assertThat(merge.seen(Side.CRM, whole)).isEqualTo(notes("left"));
        assertThat(merge.seen(Side.CRM, notes("left"))).isEqualTo(notes("left"));
        assertThat(merge.merge(base, views(whole, whole), Side.CRM).bases()).isEqualTo(base);
    }

    private static ThreeWayMerge merge(SyncDirection direction) {
        return ThreeWayMerge.of(rules(direction), Projection.FAITHFUL, Projection.FAITHFUL);
    }

    private static List<FieldRule> rules(SyncDirection direction) {
        return List.<Field<?>>of(NOTES, COMPANY_NAME, CATEGORIES).stream()
                .map(field -> new FieldRule(field, field, direction))
                .toList();
    }

    private static Views views(Item crm, Item mail) {
        return new Views(crm, mail);
    }

    private static Item none() {
        return Item.contact().build();
    }

    private static Item notes(String text) {
        return Item.contact().set(NOTES, text).build();
    }

    private static Item categories(String... names) {
        return Item.contact().set(CATEGORIES, Set.of(names)).build();
    }
}
