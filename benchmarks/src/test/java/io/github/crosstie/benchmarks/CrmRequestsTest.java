package io.github.crosstie.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.benchmarks.CrmRequests.Counts;
import io.github.crosstie.item.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrmRequestsTest {

    @Test
    void anIdleRoundTakesAsManyRequestsForTwentyUsersAsForOne() {
        assertThat(CrmRequests.idle(20)).isEqualTo(CrmRequests.idle(1)).isEqualTo(new Counts(4, 0));
    }

    @ParameterizedTest
    @EnumSource
    void aChangeIsWrittenOnceWhereItIsNotYet(Side changed) {
        assertThat(CrmRequests.oneChanged(changed))
                .isEqualTo(changed == Side.CRM ? new Counts(1, 0) : new Counts(2, 1));
    }

    @Test
    void aFirstSyncCreatesContactsInBatches() {
        assertThat(CrmRequests.firstSync(450).writes()).isEqualTo(3);
    }

    @Test
    void aDirectoryTakesOnePageForTwoThousandUsers() {
        assertThat(CrmRequests.directory(4_001, LoadedOrganization::byPages)).isEqualTo(5 + 3);
    }
}
