package io.github.crosstie.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.crosstie.connector.Endpoint;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("The contract of endpoints goes red for an endpoint that")
class EndpointMutantsTest {

    @TestFactory
    Stream<DynamicTest> goesRed() {
        return Stream.of(
                caught(WriteMutants.IgnoresTheVersion.class, "refuses an update and a deletion of a stale version"),
                caught(
                        WriteMutants.FoldsTheCaseOfIds.class,
                        "A14: takes an id that differs by case only for another id"),
                caught(MarkMutants.FoldsTheCaseOfMarks.class, "G4: keeps marks apart that differ by case only"),
                caught(MarkMutants.CutsMarks.class, "G4: keeps the longest tag whole"),
                caught(MarkMutants.StripsMarks.class, "G4: keeps marks apart that differ by case only"),
                caught(ListingMutants.ForgetsAChange.class, "goes on from a cursor with what changed since"),
                caught(ListingMutants.ForgetsDeletions.class, "goes on from a cursor with what changed since"),
                caught(ListingMutants.MissesChangesWhileListing.class, "misses no change that is made while it lists"),
                caught(ListingMutants.EndsAfterOnePage.class, "lists everything, page by page, without a cursor"),
                caught(
                        ListingMutants.RemembersThePlaceItself.class,
                        "loses nothing when a page of changes is asked for again"),
                caught(ListingMutants.KeepsItsCursorsInMemory.class, "takes a cursor back as the text that it is"),
                caught(ListingMutants.TakesExpiredCursors.class, "F5: refuses an expired cursor openly"),
                caught(FieldMutants.ErasesOtherFields.class, "S4: changes the named fields alone"),
                caught(FieldMutants.NeverClears.class, "S4: clears a field that is named with null"),
                caught(FieldMutants.ClearsNoText.class, "S4: clears a field that is named with null"),
                caught(FieldMutants.ReplacesNoTextButNotes.class, "S4: changes the named fields alone"),
                caught(FieldMutants.FlattensWhatNoFieldHolds.class, "S4: leaves alone what no field holds"),
                caught(FieldMutants.HoldsLessThanItSays.class, "holds of an awkward text what it said it would hold"),
                caught(FieldMutants.ProjectsFurtherEachTime.class, "projects twice as it projects once"),
                caught(WriteMutants.KeepsTheVersion.class, "gives another version with every save"),
                caught(WriteMutants.AnswersBackwards.class, "answers the writes of a batch in their order"),
                caught(
                        WriteMutants.StopsAtTheFirstFailure.class,
                        "one failing write does not keep the others of its batch back"),
                caught(WriteMutants.CallsGoneAConflict.class, "says gone to a write of a deleted record"),
                caught(MarkMutants.HidesTheEarlierMark.class, "G4: says which mark a record carries"),
                caught(WriteMutants.PutsOffToYesterday.class, "says until when it puts a write off"),
                caught(FieldMutants.MakesDaysHours.class, "S5: stays all-day, by date"),
                caught(FieldMutants.LosesTheZone.class, "S5: keeps its instants and its zone"));
    }

    private static DynamicTest caught(Class<?> mutant, String by) {
        return dynamicTest(
                mutant.getSimpleName() + ": " + by,
                () -> assertThat(ContractRun.of(mutant).failed().keySet())
                        .as("tests that fail")
                        .anyMatch(name -> name.startsWith(by)));
    }

    @Test
    @DisplayName("… and stays green, with nothing skipped, for one that keeps every promise")
    void staysGreenForASoundOne() {
        ContractRun run = ContractRun.of(Sound.class);

        assertThat(run.failed()).isEmpty();
        assertThat(run.skipped()).isEmpty();
        assertThat(run.passed()).isGreaterThan(30);
    }

    @Test
    @DisplayName("… and names the field in which a record differs")
    void namesTheFieldThatDiffers() {
        assertThat(ContractRun.of(FieldMutants.ClearsNoText.class).failed().values())
                .singleElement()
                .satisfies(failure -> assertThat(failure.getMessage())
                        .contains("fields that differ", "businessCity=expected <null>, and it holds <Boston>"));
    }

    @Test
    @DisplayName("… and says why it skips what does not concern one that can do little")
    void saysWhyItSkips() {
        ContractRun run = ContractRun.of(Plain.class);

        assertThat(run.failed()).isEmpty();
        assertThat(run.skipped())
                .hasSizeGreaterThan(4)
                .allSatisfy((test, reason) ->
                        assertThat(reason).as(test).containsAnyOf("the test cannot", "in this test", "the endpoint"));
    }

    static final class Sound extends SpoiledContract {}

    /** A contract of which nothing but the one method is implemented. */
    @ExtendWith(OnDemand.class)
    static class Plain extends EndpointContract {
        private final InMemoryContract account = new Sound();

        @Override
        protected Endpoint open() {
            return account.open();
        }
    }
}
