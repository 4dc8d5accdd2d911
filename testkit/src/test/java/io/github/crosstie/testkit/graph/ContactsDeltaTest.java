package io.github.crosstie.testkit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactsDeltaTest extends GraphTest {

    private static final String DELTA = ANNA + "/contactFolders/contacts/contacts/delta";
    private static final Map<String, String> THREE = Map.of("Prefer", "IdType=\"ImmutableId\", odata.maxpagesize=3");

    @Test
    void tellsAllOnceAndThenNothing() {
        put("Ada", "Ben", "Cy", "Di", "Eve", "Flo", "Gus");

        Round first = follow(DELTA, THREE);
        Round second = follow(first.deltaLink(), THREE);

        assertThat(first.sizes()).containsExactly(3, 3, 1);
        assertThat(first.names()).containsExactly("Ada", "Ben", "Cy", "Di", "Eve", "Flo", "Gus");
        assertThat(second.entries()).isEmpty();
        assertThat(second.deltaLink()).isNotEmpty();
    }

    @Test
    void tellsWhatWasMadeChangedAndDeletedSince() {
        List<LoopbackItem> all = put("Ada", "Ben", "Cy");
        Round first = follow(DELTA, Rest.IMMUTABLE);

        contacts.edit(all.get(1).id(), "JobTitle", "Clerk");
        contacts.delete(all.get(0).id());
        put("Di");
        Round second = follow(first.deltaLink(), Rest.IMMUTABLE);

        assertThat(second.names()).containsExactly("Ben", "", "Di");
        assertThat(second.removed()).containsExactly(first.ids().get(0));
        assertThat(second.ids().get(0)).isEqualTo(first.ids().get(1));
        assertThat(second.entries().get(0).path("@odata.etag").asText()).startsWith("W/\"");
    }

    @Test
    void givesTheSameAnswerToTheSameToken() {
        put("Ada", "Ben", "Cy", "Di");
        Round first = follow(DELTA, THREE);
        put("Eve");

        Round once = follow(first.deltaLink(), THREE);
        put("Flo");

        assertThat(once.names()).containsExactly("Eve");
        assertThat(follow(first.deltaLink(), THREE).names()).containsExactly("Eve", "Flo");
        assertThat(follow(once.deltaLink(), THREE).names()).containsExactly("Flo");
    }

    @Test
    void tellsInTheNextRoundWhatChangesDuringThisOne() {
        List<LoopbackItem> all = put("Ada", "Ben", "Cy", "Di");
        Rest.Reply page = rest.get(DELTA, THREE);
        contacts.edit(all.get(0).id(), "JobTitle", "Clerk");
        contacts.delete(all.get(1).id());
        put("Eve");

        Round rest = follow(page.nextLink(), THREE);
        Round next = follow(rest.deltaLink(), THREE);

        assertThat(rest.names()).containsExactly("Di");
        assertThat(next.names()).containsExactly("Ada", "", "Eve");
    }

    @Test
    void tellsOfRemovalsOfWhatItsClientNeverHeardOf() {
        Round first = follow(DELTA, Rest.IMMUTABLE);
        contacts.delete(put("Ada").get(0).id());

        assertThat(follow(first.deltaLink(), Rest.IMMUTABLE).removed()).hasSize(1);
        assertThat(follow(DELTA, Rest.IMMUTABLE).entries()).isEmpty();
    }

    @Test
    void tellsOnlyTheRemovalOfWhatLeftAndCameBack() {
        LoopbackItem ada = put("Ada").get(0);
        Round first = follow(DELTA, Rest.IMMUTABLE);
        LoopbackFolder friends = anna.addFolder("Friends", contacts);
        friends.move(contacts.move(ada.id(), friends).id(), contacts);

        Round immutable = follow(first.deltaLink(), Rest.IMMUTABLE);
        Round plain = follow(first.deltaLink(), Map.of());

        assertThat(immutable.entries()).hasSize(1);
        assertThat(immutable.removed()).isEqualTo(first.ids());
        assertThat(plain.removed()).hasSize(1);
        assertThat(plain.names()).containsExactly("", "Ada");
    }

    @Test
    void forgetsPreferencesFromPageToPage() {
        put("Ada", "Ben", "Cy", "Di");
        Rest.Reply page = rest.get(DELTA, THREE);

        Rest.Reply next = rest.get(page.nextLink());

        String id = next.items().get(0).path("id").asText();
        assertThat(page.header("Preference-Applied")).contains("IdType=\"ImmutableId\"", "odata.maxpagesize=3");
        assertThat(next.header("Preference-Applied")).isEmpty();
        assertThat(page.items().get(0).path("id").asText()).startsWith("AAkA");
        assertThat(id).startsWith("AAMk");
    }

    @Test
    void showsOnlyWhatTheFirstRequestSelected() {
        put("Ada", "Ben");
        Rest.Reply page = rest.get(DELTA + Rest.query("$select", "givenName"), Map.of("Prefer", "odata.maxpagesize=1"));

        Rest.Reply next = rest.get(page.nextLink());

        assertThat(next.items().get(0).size()).isEqualTo(3);
        assertThat(next.items().get(0).path("givenName").asText()).isEqualTo("Ben");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$filter", "$expand", "$orderby", "$search", "$top"})
    void refusesOptionsThatChangesDoNotHave(String option) {
        Rest.Reply refused = rest.get(DELTA + Rest.query(option, "1"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("ErrorInvalidUrlQuery");
    }

    @Test
    void refusesEvenASelectionWhereThePathNamesNoFolder() {
        assertThat(rest.get(ANNA + "/contacts/delta").status()).isEqualTo(200);
        assertThat(rest.get(ANNA + "/contacts/delta" + Rest.query("$select", "id"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void neverTellsExtendedProperties() {
        create(stamped("a"));

        assertThat(follow(DELTA, Rest.IMMUTABLE).entries().get(0).has("singleValueExtendedProperties"))
                .isFalse();
    }

    @Test
    @DisplayName("tokens expire: 410, with the address of a new round")
    void refusesTokensThatHaveExpired() {
        put("Ada");
        Round first = follow(DELTA, Rest.IMMUTABLE);
        graph.expireDeltaTokens();

        Rest.Reply gone = rest.get(first.deltaLink(), Rest.IMMUTABLE);

        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.code()).isEqualTo("SyncStateNotFound");
        assertThat(follow(gone.header("Location"), Rest.IMMUTABLE).names()).containsExactly("Ada");
    }

    @Test
    void refusesTokensOfBeforeTheMailboxMoved() {
        Round first = follow(DELTA, Rest.IMMUTABLE);
        anna.moveElsewhere();

        assertThat(rest.get(DELTA
                                + first.deltaLink().substring(first.deltaLink().indexOf('?')))
                        .status())
                .isEqualTo(410);
    }

    @Test
    void refusesTokensThatAreDamagedOrAnothersFolders() {
        LoopbackFolder friends = anna.addFolder("Friends", contacts);
        String token = follow(DELTA, Map.of()).deltaLink().replaceFirst(".*=", "");
        String other = ANNA + "/contactFolders/" + ItemIds.rest(friends.id()) + "/contacts/delta?$deltatoken=";

        assertThat(rest.get(DELTA + "?$deltatoken=latest").code()).isEqualTo("BadRequest");
        assertThat(rest.get(DELTA + "?$deltatoken=" + token.substring(1)).status())
                .isEqualTo(400);
        assertThat(rest.get(other + token).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void leadsAFollowerToWhatIsThere(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        TreeSet<String> known = new TreeSet<>();
        String link = DELTA;
        for (int round = 0; round < 12; round++) {
            for (int step = random.nextInt(6); step > 0; step--) {
                act(random);
            }
            Map<String, String> prefer =
                    Map.of("Prefer", "IdType=\"ImmutableId\", odata.maxpagesize=" + (1 + random.nextInt(4)));
            Round told = follow(link, prefer);
            told.entries().forEach(entry -> {
                if (entry.has("@removed")) {
                    known.remove(entry.path("id").asText());
                } else {
                    known.add(entry.path("id").asText());
                }
            });
            link = told.deltaLink();
            assertThat(known)
                    .as("seed %d, round %d", seed, round)
                    .containsExactlyInAnyOrderElementsOf(
                            follow(DELTA, Rest.IMMUTABLE).ids());
        }
    }

    private void act(RandomGenerator random) {
        List<LoopbackItem> all = contacts.list();
        if (all.isEmpty() || random.nextInt(3) == 0) {
            put("N" + random.nextInt(100));
            return;
        }
        LoopbackItem one = all.get(random.nextInt(all.size()));
        if (random.nextBoolean()) {
            contacts.delete(one.id());
        } else {
            contacts.edit(one.id(), "JobTitle", "T" + random.nextInt(100));
        }
    }

    private List<LoopbackItem> put(String... names) {
        return List.of(names).stream()
                .map(name -> contacts.put(Map.of("GivenName", name)))
                .toList();
    }
}
