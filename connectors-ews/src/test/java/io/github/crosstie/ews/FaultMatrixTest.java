package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real engine between a CRM in memory and a mailbox over the wire, fault by fault. */
class FaultMatrixTest {

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "F1 to F8 over the wire: whatever request goes wrong, both sides end up as people made them, and nobody is"
                    + " told")
    void endsUpAsPeopleMadeIt(FaultStory story) {
        FaultMatrix.Result result = new FaultMatrix(SyncedMailbox::new).live(story, Integer.MAX_VALUE);

        System.out.println(story + ": " + result.requests() + " requests, " + result.histories() + " histories");
        assertThat(result.failures()).isEmpty();
        assertThat(result.requests()).isGreaterThan(6);
    }
}
