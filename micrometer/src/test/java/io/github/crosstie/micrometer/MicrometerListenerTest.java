package io.github.crosstie.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.SyncedUser;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MicrometerListenerTest {

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final SyncedUser anna = SyncedUser.builder()
            .configuration(configuration -> configuration.events(SyncDirection.OFF))
            .listener(MicrometerListener.of(registry))
            .build();

    private Timer rounds(String end) {
        return registry.get(MicrometerListener.ROUND)
                .tags("kind", "CONTACT", "end", end)
                .timer();
    }

    private double outcomes(String code, String direction) {
        return registry.get(MicrometerListener.OUTCOMES)
                .tags("kind", "CONTACT", "code", code, "direction", direction)
                .counter()
                .count();
    }

    @Test
    @DisplayName("times rounds and their phases, by the host's clock")
    void timesRounds() {
        anna.crmContacts().faults().beforeCall(1, () -> anna.clock().advance(Duration.ofMinutes(3)));

        anna.sync();

        assertThat(rounds("DONE").count()).isEqualTo(1);
        assertThat(rounds("DONE").totalTime(TimeUnit.MINUTES)).isEqualTo(3);
        assertThat(registry.get(MicrometerListener.PHASE)
                        .tags("kind", "CONTACT", "phase", "CRM_CHANGES")
                        .timer()
                        .totalTime(TimeUnit.MINUTES))
                .isEqualTo(3);
        assertThat(registry.get(MicrometerListener.PHASE).timers()).hasSize(4);
    }

    @Test
    @DisplayName("counts outcomes by code and direction")
    void countsOutcomes() {
        anna.crmContacts().create(Items.contact("Ada", "Lovelace").build());
        anna.crmContacts().create(Items.contact("Bea", "Baker").build());
        anna.mailContacts().create(Items.contact("Cem", "Can").build());

        anna.sync();

        assertThat(outcomes("DONE", "CRM_TO_MAIL")).isEqualTo(2);
        assertThat(outcomes("DONE", "MAIL_TO_CRM")).isEqualTo(1);
    }

    @Test
    @DisplayName("a round that ends early is timed by its code, and one that an exception ends as BROKEN")
    void timesRoundsByTheirEnd() {
        anna.mailContacts()
                .faults()
                .failNext(new ThrottledException(
                        "busy; come back later", anna.clock().instant().plusSeconds(60), null));
        anna.sync();
        anna.mailContacts().faults().failNext(new IllegalStateException("broken"));

        assertThatThrownBy(() -> anna.syncAfter(Duration.ofMinutes(2))).isInstanceOf(IllegalStateException.class);

        assertThat(rounds("THROTTLED").count()).isEqualTo(1);
        assertThat(rounds("BROKEN").count()).isEqualTo(1);
        assertThat(outcomes("THROTTLED", "NONE")).isEqualTo(1);
    }

    @Test
    @DisplayName("no tag tells a user, an organization or a round")
    void tagsAreBounded() {
        anna.crmContacts().create(Items.contact("Ada", "Lovelace").build());
        anna.sync();

        anna.sync();

        assertThat(registry.getMeters().stream()
                        .map(Meter::getId)
                        .flatMap(id -> id.getTags().stream())
                        .collect(Collectors.toSet()))
                .extracting(tag -> tag.getKey() + "=" + tag.getValue())
                .containsExactlyInAnyOrderElementsOf(List.of(
                        "kind=CONTACT",
                        "end=DONE",
                        "phase=RECOVERY",
                        "phase=CRM_CHANGES",
                        "phase=MAIL_CHANGES",
                        "phase=WORK",
                        "code=DONE",
                        "severity=INFO",
                        "direction=CRM_TO_MAIL"));
    }
}
