package io.github.crosstie.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.Crosstie;
import io.github.crosstie.apply.RoundIdentity;
import io.github.crosstie.apply.RoundProgress;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncListener;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.IdSource;
import io.github.crosstie.state.StateStore;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.SequentialIds;
import io.github.crosstie.testkit.SyncedUser;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The code of docs/operation.md that watches rounds, which is compared with this file line by line. */
class WatchGuideTest {

    private static final OrganizationId ACME = new OrganizationId("00D000000000001AAA");
    private static final ProfileId SALES = new ProfileId("00e000000000001AAA");
    private static final UserId ANNA = new UserId("005000000000001AAA");

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final MutableClock clock = MutableClock.create();
    private final IdSource ids = SequentialIds.create();
    private final StateStore store = InMemoryStateStore.create();
    private final InMemorySystem crm = InMemorySystem.create(Side.CRM, clock);
    private final InMemorySystem mail = InMemorySystem.create(Side.MAIL, clock);
    private final OrganizationSetup setup = new OrganizationSetup(
            Directory.builder(new Organization(ACME, "Acme", Environment.PRODUCTION))
                    .put(new Profile(SALES, "Sales"))
                    .put(User.builder(ANNA, "anna@acme.example", SALES)
                            .emailAddress("anna@acme.example")
                            .build())
                    .build(),
            ConfigurationSet.of(
                    ACME,
                    SyncConfiguration.builder(new ConfigurationId("sales"))
                            .assignments(new Assignment.OfProfile(SALES))
                            .contacts(SyncDirection.BOTH)
                            .build()));

    @Test
    void oneListenerForAllRounds() {
        crm.records(new Owner(ANNA.value()), ItemKind.CONTACT)
                .faults()
                .beforeCall(1, () -> clock.advance(Duration.ofMinutes(12)));
        mail.records(new Owner("anna@acme.example"), ItemKind.CONTACT);
        List<CollectionKey> slow = new ArrayList<>();
        // spotless:off
        SyncListener slowRounds = new SyncListener() {
            @Override
            public void roundEnded(RoundIdentity round, RoundReport report, Duration took) {
                if (took.toMinutes() >= 10) {
                    slow.add(round.collection()); // whose round it was, and of what
                }
            }
        };
        Crosstie crosstie = Crosstie.builder()
                .organization(setup, crm)
                .mail(mail)
                .store(store)
                .clock(clock)
                .ids(ids)
                .listener(SyncListener.of(MicrometerListener.of(registry), slowRounds))
                .build();
        // spotless:on

        crosstie.sync(ACME, ANNA);

        assertThat(slow).containsExactly(new CollectionKey(ACME, ANNA, ItemKind.CONTACT));
        assertThat(registry.get("crosstie.round").timer().count()).isEqualTo(1);
    }

    @Test
    void aBarOfProgress() {
        AtomicReference<String> bar = new AtomicReference<>("");
        List<String> shown = new ArrayList<>();
        SyncListener progressing = new SyncListener() {
            // spotless:off
            @Override
            public void progress(RoundIdentity round, RoundProgress progress) {
                Integer total = progress.total();
                String of = total == null ? "" : " of " + total;
                bar.set(progress.phase() + ": " + progress.done() + of);
                // spotless:on
                shown.add(bar.get());
            }
        };
        SyncedUser anna = SyncedUser.builder().listener(progressing).build();
        anna.crmContacts().create(Items.contact("Ada", "Lovelace").build());

        anna.sync();

        assertThat(shown).contains("CRM_CHANGES: 1", "WORK: 1 of 1");
    }
}
