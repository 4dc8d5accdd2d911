package io.github.crosstie.sync;

import static io.github.crosstie.item.EventFields.LOCATION;
import static io.github.crosstie.item.EventFields.OPTIONAL_ATTENDEES;
import static io.github.crosstie.item.EventFields.ORGANIZER;
import static io.github.crosstie.item.EventFields.REQUIRED_ATTENDEES;
import static io.github.crosstie.item.EventFields.SENSITIVITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.InvitationPolicy;
import io.github.crosstie.configuration.PrivateEventPolicy;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Sensitivity;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.SentMail;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories of meetings, with lost answers: who gets mail because of the engine. */
class SilenceSyncTest {

    private static final int HISTORIES = 300;
    private static final List<String> PEOPLE =
            List.of("ada@example.com", "charles@example.com", "grace@example.com", "alan@example.com");

    @ParameterizedTest(name = "from seed {0}")
    @ValueSource(longs = {0, 1_000_000})
    @DisplayName("S7: by default nobody ever gets mail, whether or not the server can write silently")
    void sendsNothingByDefault(long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + HISTORIES; seed++) {
            Enrollment user = new History(seed, InvitationPolicy.NEVER).live();

            assertThat(user.mailSystem.sentMail()).as("seed " + seed).isEmpty();
            assertThat(user.run().writes()).as("seed " + seed).isZero();
        }
    }

    @ParameterizedTest(name = "from seed {0}")
    @ValueSource(longs = {0, 1_000_000})
    @DisplayName("S7: with leave to invite, nobody is invited to a meeting they were invited to before")
    void invitesNobodyTwice(long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + HISTORIES; seed++) {
            Enrollment user = new History(seed, InvitationPolicy.SEND).live();

            Map<String, SentMail.Kind> last = new HashMap<>();
            for (SentMail mail : user.mailSystem.sentMail()) {
                SentMail.Kind before = last.put(mail.event() + " " + mail.to(), mail.kind());
                if (mail.kind() == SentMail.Kind.INVITATION && before != null) {
                    assertThat(before).as("seed " + seed).isEqualTo(SentMail.Kind.CANCELLATION);
                }
            }
            assertThat(user.run().writes()).as("seed " + seed).isZero();
        }
    }

    /** What people do with their meetings, round after round. */
    private static final class History {

        private final RandomGenerator random;
        private final InvitationPolicy policy;
        private final Enrollment user;
        private int subjects;

        History(long seed, InvitationPolicy policy) {
            this.policy = policy;
            random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            user = random.nextBoolean() ? Enrollment.events() : InvitationSyncTest.loud();
            List<PrivateEventPolicy> privacy = List.of(PrivateEventPolicy.values());
            user.eventSettings(privacy.get(random.nextInt(privacy.size())), policy, 2 + random.nextInt(3));
            user.settings(change ->
                    change.deletions(Side.MAIL, random.nextBoolean() ? DeletePolicy.PROPAGATE : DeletePolicy.DETACH));
        }

        Enrollment live() {
            for (int epoch = 1 + random.nextInt(4); epoch > 0; epoch--) {
                for (int i = random.nextInt(6); i > 0; i--) {
                    act();
                }
                for (int i = random.nextInt(3); i > 0; i--) {
                    user.on(side()).faults().loseReplyOnce();
                }
                user.run();
            }
            user.crm.faults().clear();
            user.mail.faults().clear();
            user.run();
            user.run();
            return user;
        }

        private Side side() {
            return random.nextBoolean() ? Side.CRM : Side.MAIL;
        }

        private void act() {
            Side side = side();
            List<ItemId> ids = List.copyOf(user.on(side).items().keySet());
            if (ids.isEmpty() || random.nextInt(3) == 0) {
                subjects++;
                ZonedDateTime start = ZonedDateTime.now(user.clock).plusDays(1 + random.nextInt(9));
                user.on(side)
                        .create(people(Items.meeting("Event " + subjects, start, Duration.ofHours(1)))
                                .build());
                return;
            }
            ItemId id = ids.get(random.nextInt(ids.size()));
            switch (random.nextInt(6)) {
                case 0 -> user.on(side).delete(id);
                case 1 -> changePeople(side, id);
                case 2 -> user.on(side).edit(id, event -> event.set(ORGANIZER, PEOPLE.get(random.nextInt(2))));
                case 3 ->
                    user.on(side)
                            .edit(
                                    id,
                                    event -> event.set(
                                            SENSITIVITY,
                                            random.nextBoolean() ? Sensitivity.PRIVATE : Sensitivity.NORMAL));
                default -> user.on(side).edit(id, event -> event.set(LOCATION, "Room " + random.nextInt(9)));
            }
        }

        /** Whom people uninvite in the mailbox, while an answer is lost, may be invited again: nobody can tell. */
        private void changePeople(Side side, ItemId id) {
            if (side == Side.CRM || policy == InvitationPolicy.NEVER) {
                user.on(side).edit(id, this::people);
            }
        }

        private Item.Builder people(Item.Builder event) {
            return event.set(REQUIRED_ATTENDEES, some()).set(OPTIONAL_ATTENDEES, some());
        }

        private Set<String> some() {
            Set<String> some = new TreeSet<>();
            PEOPLE.stream().filter(person -> random.nextInt(3) == 0).forEach(some::add);
            return some;
        }
    }
}
