package io.github.crosstie.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LinkIndexTest {

    private static final List<FieldRule> RULES =
            List.of(new FieldRule(ContactFields.SURNAME, ContactFields.SURNAME, SyncDirection.BOTH));

    private final LinkIndex links = LinkIndex.create(RULES, new Random(1));

    @Test
    void findsAllNineOutcomesOfTwoCompleteListings() {
        List<String> states = List.of("same", "other", "gone");
        for (String crm : states) {
            for (String mail : states) {
                put(crm + "-" + mail, crm + "-" + mail);
            }
        }
        ListingReader crm = links.listing(Side.CRM);
        ListingReader mail = links.listing(Side.MAIL);
        for (String ofCrm : states) {
            for (String ofMail : states) {
                list(crm, ofCrm + "-" + ofMail, ofCrm);
                list(mail, ofCrm + "-" + ofMail, ofMail);
            }
        }

        Differences differences = links.compare(crm.complete(), mail.complete());

        for (RecordStatus ofCrm : List.of(RecordStatus.UNCHANGED, RecordStatus.CHANGED, RecordStatus.GONE)) {
            for (RecordStatus ofMail : List.of(RecordStatus.UNCHANGED, RecordStatus.CHANGED, RecordStatus.GONE)) {
                assertThat(differences.count(ofCrm, ofMail))
                        .as("%s, %s", ofCrm, ofMail)
                        .isOne();
            }
        }
        assertThat(differences)
                .hasSize(8)
                .contains(new Difference.OfLink(
                        new ListedRecord(new ItemId("other-gone"), RecordStatus.CHANGED, named("other-gone", "Other")),
                        new ListedRecord(new ItemId("other-gone"), RecordStatus.GONE, null)));
        assertThat(differences.stream().filter(each -> each instanceof Difference.OfLink link && link.isOnBothSides()))
                .hasSize(4);
    }

    private static void list(ListingReader reader, String id, String state) {
        if (!state.equals("gone")) {
            reader.add(named(id, state.equals("same") ? "Lovelace" : "Other"));
        }
    }

    @Test
    @DisplayName("G3: a listing that is not proven complete says nothing about what it does not show")
    void aPartialListingYieldsNoAbsences() {
        put("1", "a");

        Differences differences = links.compare(links.listing(Side.CRM).partial());

        assertThat(differences).isEmpty();
        assertThat(differences.count(RecordStatus.UNSEEN, RecordStatus.UNSEEN)).isOne();
    }

    @Test
    @DisplayName("A14: ids that differ by case alone are two")
    void idsAreCaseSensitive() {
        put("00E", "a");

        Differences differences = links.compare(
                links.listing(Side.CRM).add(named("00e", "Lovelace")).complete());

        assertThat(differences)
                .containsExactly(
                        new Difference.OfLink(
                                new ListedRecord(new ItemId("00E"), RecordStatus.GONE, null),
                                new ListedRecord(new ItemId("a"), RecordStatus.UNSEEN, null)),
                        new Difference.Unlinked(Side.CRM, named("00e", "Lovelace")));
    }

    @Test
    void anEqualVersionMakesContentIrrelevant() {
        RecordSnapshot known = new RecordSnapshot(new ItemId("1"), new ItemVersion("v1"), surname("Lovelace"));
        links.put(new SyncedPair(known, named("a", "Lovelace")));

        Differences differences = links.compare(links.listing(Side.CRM)
                .add(new RecordSnapshot(new ItemId("1"), new ItemVersion("v1"), surname("Other")))
                .partial());

        assertThat(differences).isEmpty();
    }

    @Test
    void anotherVersionWithEqualContentIsNoChange() {
        RecordSnapshot known = new RecordSnapshot(new ItemId("1"), new ItemVersion("v1"), surname("Lovelace"));
        links.put(new SyncedPair(known, named("a", "Lovelace")));

        Differences differences = links.compare(links.listing(Side.CRM)
                .add(new RecordSnapshot(new ItemId("1"), new ItemVersion("v2"), surname("Lovelace")))
                .partial());

        assertThat(differences).isEmpty();
    }

    @Test
    void whatCannotBeComparedCountsAsChanged() {
        links.put(new SyncedPair(named("1", "Lovelace"), versioned("a", "v1")));

        Differences differences = links.compare(
                links.listing(Side.CRM).add(versioned("1", "v1")).partial(),
                links.listing(Side.MAIL).add(named("a", "Lovelace")).partial());

        assertThat(differences.count(RecordStatus.CHANGED, RecordStatus.CHANGED))
                .isOne();
    }

    @Test
    void aRecordThatIsListedTwiceCountsAsItWasListedLast() {
        put("1", "a");
        put("2", "b");

        Differences differences = links.compare(links.listing(Side.CRM)
                .addAll(Stream.of(
                        named("1", "Other"), named("2", "Lovelace"), named("1", "Lovelace"), named("2", "Other")))
                .complete());

        assertThat(differences)
                .containsExactly(new Difference.OfLink(
                        new ListedRecord(new ItemId("2"), RecordStatus.CHANGED, named("2", "Other")),
                        new ListedRecord(new ItemId("b"), RecordStatus.UNSEEN, null)));
    }

    @Test
    void twoIdsWithOneHashAreTwoRecords() {
        LinkIndex colliding = LinkIndex.create(RULES, 1, id -> 7);
        colliding.put(new SyncedPair(named("1", "Lovelace"), named("a", "Lovelace")));

        Differences differences = colliding.compare(
                colliding.listing(Side.CRM).add(named("2", "Lovelace")).complete());

        assertThat(differences.count(RecordStatus.GONE, RecordStatus.UNSEEN)).isOne();
        assertThat(differences.unlinked(Side.CRM)).containsExactly(named("2", "Lovelace"));
    }

    @Test
    void whatWasSyncedMeanwhileIsNoDifferenceAnyMore() {
        put("1", "a");
        Listing listing = links.listing(Side.CRM)
                .addAll(List.of(named("1", "Other"), named("2", "King")))
                .complete();
        assertThat(links.compare(listing)).hasSize(2);

        links.put(new SyncedPair(named("1", "Other"), named("a", "Other")));
        links.put(new SyncedPair(named("2", "King"), named("b", "King")));

        assertThat(links.compare(listing)).isEmpty();
        assertThat(links.compare(listing).count(RecordStatus.UNSEEN, RecordStatus.UNSEEN))
                .as("the link that is younger than the listing")
                .isOne();
    }

    @Test
    void differencesStayAsTheyWereFound() {
        put("1", "a");
        Differences differences = links.compare(links.listing(Side.CRM).complete());

        links.remove(Side.MAIL, new ItemId("a"));

        assertThat(differences)
                .containsExactly(new Difference.OfLink(
                        new ListedRecord(new ItemId("1"), RecordStatus.GONE, null),
                        new ListedRecord(new ItemId("a"), RecordStatus.UNSEEN, null)));
    }

    @Test
    void aRecordHasOneLinkAtMost() {
        put("1", "a");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> put("1", "b"))
                .withMessageContaining("CRM:1")
                .withMessageContaining("remove that link first");
        assertThatIllegalArgumentException().isThrownBy(() -> put("2", "a"));
        assertThat(links.size()).isOne();
        assertThat(links.counterpart(Side.CRM, new ItemId("1"))).contains(new ItemId("a"));
        assertThat(links.counterpart(Side.MAIL, new ItemId("b"))).isEmpty();
    }

    @Test
    void refusesListingsOfTheOtherSideAndOfAnotherIndex() {
        LinkIndex other = LinkIndex.create(RULES, new Random(2));
        Listing crm = links.listing(Side.CRM).complete();

        assertThatIllegalArgumentException().isThrownBy(() -> links.compare(crm, crm));
        assertThatIllegalArgumentException().isThrownBy(() -> other.compare(crm));
    }

    @Test
    void aListingThatHasEndedTakesNoMoreRecords() {
        ListingReader reader = links.listing(Side.CRM);
        reader.complete();

        assertThatIllegalStateException().isThrownBy(() -> reader.add(named("1", "Lovelace")));
        assertThatIllegalStateException().isThrownBy(reader::partial);
    }

    @Test
    void takesWhatConnectorsReadAndList() {
        RemoteItem read = new RemoteItem(new ItemId("1"), new ItemVersion("v1"), surname("Lovelace"));

        assertThat(RecordSnapshot.of(read))
                .isEqualTo(RecordSnapshot.of(new Change.Upserted(read.id(), read.version(), read)));
        assertThat(RecordSnapshot.of(new Change.Upserted(read.id(), read.version())))
                .isEqualTo(versioned("1", "v1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordSnapshot(read.id(), null, null));
    }

    @Test
    @DisplayName("A link costs 58 bytes beside its ids, and less than 64 while the index grows")
    void aLinkCostsAtMost64BytesBesideItsIds() {
        List<SyncedPair> pairs = IntStream.range(0, 100_000)
                .mapToObj(link -> new SyncedPair(
                        new RecordSnapshot(new ItemId("c" + link), new ItemVersion("v"), surname("Lovelace")),
                        new RecordSnapshot(new ItemId("m" + link), new ItemVersion("v"), surname("Lovelace"))))
                .toList();

        links.putAll(pairs);
        assertThat(links.bytes() / 100_000.0).as("all at once").isBetween(57.0, 58.0);

        LinkIndex growing = LinkIndex.create(RULES, new Random(1));
        for (int link = 0; link < pairs.size(); link++) {
            growing.put(pairs.get(link));
            if (link >= 1_000) {
                assertThat(growing.bytes() / (link + 1.0))
                        .as("one by one, at %d links", link + 1)
                        .isLessThan(64);
            }
        }
    }

    private void put(String crm, String mail) {
        links.put(new SyncedPair(named(crm, "Lovelace"), named(mail, "Lovelace")));
    }

    private static RecordSnapshot named(String id, String surname) {
        return RecordSnapshot.of(new ItemId(id), surname(surname));
    }

    private static RecordSnapshot versioned(String id, String version) {
        return RecordSnapshot.of(new ItemId(id), new ItemVersion(version));
    }

    private static Item surname(String surname) {
        return Item.contact().set(ContactFields.SURNAME, surname).build();
    }
}
