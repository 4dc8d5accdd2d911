package io.github.crosstie.engagement.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.BusinessUnitId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ApiUnitTest {

    private final ApiUnit unit = new ApiUnit(new BusinessUnitId("0Uv5f0000008OIsCAM"), 5);

    @Test
    @DisplayName("lends what the last listing showed to one endpoint at a time")
    void lendsToOneAtATime() {
        KnownUsers known = new KnownUsers();
        unit.giveBack(known);

        KnownUsers first = unit.takeKnown();
        KnownUsers second = unit.takeKnown();

        assertThat(first).isSameAs(known);
        assertThat(second).isNotSameAs(known);
    }
}
