package io.github.crosstie.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every endpoint promises of ids, of marks and of single writes. */
abstract class RecordPromises extends ChangePromises {

    abstract @Nullable Supplier<?> personDecorates(ItemId id);

    abstract @Nullable Instant systemDefers();

    @Test
    @DisplayName("A14: takes an id that differs by case only for another id")
    void takesAnIdThatDiffersByCaseForAnother() {
        Probe probe = probe();
        WriteOutcome.Written ada = probe.create("Ada");
        ItemId other = otherCase(ada.id());
        Assumptions.assumeFalse(other.equals(ada.id()), "the system's ids hold no letters");

        assertThat(probe.read(other)).as("read of an id in other case").isInstanceOf(ReadOutcome.Absent.class);
        WriteOutcome deleted = probe.one(new Write.Delete(other, ada.version()));
        assertThat(deleted).as("deletion of an id in other case").isNotInstanceOf(WriteOutcome.Written.class);
        assertThat(probe.record(ada.id()).version()).isEqualTo(ada.version());
    }

    private static ItemId otherCase(ItemId id) {
        StringBuilder other = new StringBuilder();
        id.value()
                .chars()
                .map(letter ->
                        Character.isUpperCase(letter) ? Character.toLowerCase(letter) : Character.toUpperCase(letter))
                .forEach(letter -> other.append((char) letter));
        return new ItemId(other.toString());
    }

    @Test
    @DisplayName("A14: takes the ids that a listing gives back as they are, whatever characters they hold")
    void takesListedIdsBack() {
        Probe probe = probe();
        List<ItemId> created = new ArrayList<>();
        for (String name : List.of("Ada", "Bea", "Cleo", "Dora", "Emmy")) {
            created.add(probe.create(name).id());
        }

        List<ItemId> listed =
                List.copyOf(Listing.of(probe.endpoint(), null).changes().keySet());

        assertThat(listed).containsExactlyInAnyOrderElementsOf(created);
        for (ItemId id : listed) {
            RemoteItem record = probe.record(new ItemId(id.value()));
            WriteOutcome.Written known = new WriteOutcome.Written(id, record.version());
            assertThat(probe.update(known, "Fay").id()).isEqualTo(id);
        }
    }

    @Test
    @DisplayName("S3: shows no value of a record that nobody wrote: it would count as somebody's edit")
    void showsNoValueThatNobodyWrote() {
        Probe probe = probe();
        Item item = probe.brief("Ada");

        ItemId ada = probe.create(item).id();

        assertThat(probe.record(ada).item().values().keySet()).isSubsetOf(item.values().keySet());
    }

    @Test
    @DisplayName("answers for an id that is asked for twice in one call")
    void answersForAnIdThatIsAskedForTwice() {
        Probe probe = probe();
        Assumptions.assumeTrue(probe.able().readBatch() >= 2, "the endpoint takes one id a call");
        ItemId ada = probe.create("Ada").id();

        List<ReadOutcome> outcomes = probe.endpoint().read(List.of(ada, ada));

        assertThat(outcomes)
                .isNotEmpty()
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                ReadOutcome.Found.class,
                                found -> assertThat(found.id()).isEqualTo(ada)));
    }

    @Test
    @DisplayName("G4: keeps marks apart that differ by case only, and marks with any characters")
    void keepsMarksWithAnyCharacters() {
        Probe probe = probe();
        probe.assumeTags();
        List<CorrelationTag> tags = List.of(
                Probe.tag("Case"), Probe.tag("case"), Probe.tag("a b+c%2F&\"'<>\\|;:=,{}[]()~`^"), Probe.tag("ü漢😀"));
        List<Tagged> expected = new ArrayList<>();
        for (CorrelationTag tag : tags) {
            expected.add(new Tagged(tag, probe.create(tag, "Ada").id()));
        }

        assertThat(probe.find(tags)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(probe.find(tags.subList(1, 2))).containsExactly(expected.get(1));
    }

    @Test
    @DisplayName("G4: leaves the mark alone when it updates")
    void leavesTheMarkAlone() {
        Probe probe = probe();
        probe.assumeTags();
        CorrelationTag tag = Probe.tag("Ada");
        WriteOutcome.Written ada = probe.create(tag, "Ada");

        probe.update(ada, "Bea");

        assertThat(probe.find(List.of(tag))).containsExactly(new Tagged(tag, ada.id()));
        assertThat(probe.record(ada.id()).tag()).isEqualTo(tag);
    }

    @Test
    @DisplayName("G4: says which mark a record carries if it answers with that of an earlier attempt")
    void saysWhichMarkARecordCarries() {
        Probe probe = probe();
        probe.assumeTags();
        CorrelationTag first = Probe.tag("first");
        CorrelationTag second = Probe.tag("second");
        ItemId created =
                probe.write(new Write.Create(first, "key", probe.item("Ada"))).id();

        WriteOutcome.Written again = probe.write(new Write.Create(second, "key", probe.item("Ada")));

        CorrelationTag said = Optional.ofNullable(again.tag()).orElse(second);
        assertThat(probe.record(again.id()).tag())
                .as("the mark that the record carries")
                .isEqualTo(said);
        assertThat(said)
                .as("the mark of the attempt that made the record")
                .isEqualTo(again.id().equals(created) ? first : second);
    }

    @Test
    @DisplayName("S4: leaves alone what no field holds: formatted text, and whatever else a person put there")
    void leavesAloneWhatNoFieldHolds() {
        Probe probe = probe();
        ItemId ada = probe.create("Ada").id();
        Optional<Supplier<?>> decoration = Optional.ofNullable(personDecorates(ada));
        Assumptions.assumeTrue(decoration.isPresent(), "the test cannot see more of a record than its fields");
        Object before = decoration.get().get();
        WriteOutcome.Written known =
                new WriteOutcome.Written(ada, probe.record(ada).version());

        probe.update(known, "Bea");

        assertThat(decoration.get().get()).as("what a person put there").isEqualTo(before);
    }

    @Test
    @DisplayName("says until when it puts a write off, and makes none of it")
    void saysUntilWhenItPutsAWriteOff() {
        Probe probe = probe();
        WriteOutcome.Written ada = probe.create("Ada");
        Optional<Instant> until = Optional.ofNullable(systemDefers());
        Assumptions.assumeTrue(until.isPresent(), "the test cannot make the system put a write off");

        WriteOutcome outcome = probe.one(probe.change(ada, "Bea"));

        assertThat(outcome).isEqualTo(new WriteOutcome.Deferred(until.get()));
        assertThat(probe.record(ada.id()).version()).isEqualTo(ada.version());
    }
}
