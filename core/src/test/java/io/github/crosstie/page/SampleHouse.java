package io.github.crosstie.page;

import io.github.crosstie.TwoOffices;
import io.github.crosstie.apply.HeldDeletions;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.report.FlowCounts;
import io.github.crosstie.report.FlowStatus;
import io.github.crosstie.report.OrganizationStatus;
import io.github.crosstie.report.OutcomeLine;
import io.github.crosstie.report.OutcomeReport;
import io.github.crosstie.report.Stage;
import io.github.crosstie.report.UserStatus;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.HeldDeletion;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.ReleaseToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A house with two organizations in which everything happens that a page can show. */
final class SampleHouse {

    static final String TITLE = "Larkspur";
    static final Instant NOW = Instant.parse("2026-03-02T10:05:00Z");

    private static final OrganizationId HOME = new OrganizationId("00D-larkspur");
    private static final OrganizationId AMERICAS = new OrganizationId("00D-larkspur-americas");
    private static final String QUARANTINE = "records in quarantine are tried again by themselves, the first for"
            + " VALIDATION_REJECTED; correct what its system refuses, and it is tried at once";
    private static final String REFUSED =
            "the system refuses the credentials; when that is mended, call Crosstie.resume";
    private static final String WAITING =
            "deletions wait for a person: Crosstie.heldDeletions shows them, Crosstie.releaseDeletions lets them go";

    private SampleHouse() {}

    static StatusPage status() {
        return StatusPage.of(TITLE, List.of(home(), americas()))
                .conflicts(new TwoOffices().crosstie().conflicts().conflicts())
                .held(List.of(held()))
                .outcomes(outcomes())
                .plans(List.of(plan()));
    }

    /** Names and reasons that would be markup if they were not text. */
    static StatusPage hostile() {
        String image = "<img src=x onerror=alert(1)>";
        String script = "\"></style><script>alert(1)</script>";
        OrganizationId organization = new OrganizationId(script);
        return StatusPage.of(
                script,
                List.of(new OrganizationStatus(
                        organization,
                        NOW,
                        List.of(user(
                                organization, image, script, both(Stage.RETRYING, Duration.ofHours(1), 1, image))))));
    }

    static OrganizationStatus home() {
        List<UserStatus> users = new ArrayList<>(IntStream.range(0, 9)
                .mapToObj(each ->
                        user(HOME, "005-well-" + each, "sales", both(Stage.IN_SYNC, null, 380 + 31L * each, "")))
                .toList());
        users.add(user(HOME, "005-anna", "sales", both(Stage.RETRYING, Duration.ofMinutes(125), 412, QUARANTINE)));
        users.add(user(HOME, "005-edith", "sales", both(Stage.RETRYING, Duration.ofMinutes(7), 96, QUARANTINE)));
        users.add(user(HOME, "005-ben", "service", both(Stage.FAILED, Duration.ofHours(41), 1_208, REFUSED)));
        users.add(user(HOME, "005-cem", "service", both(Stage.FAILED, Duration.ofHours(39), 640, REFUSED)));
        users.add(user(HOME, "005-dora", "service", both(Stage.HELD, Duration.ofDays(3), 2_117, WAITING)));
        users.add(user(HOME, "005-frida", "service", both(Stage.INITIAL_SYNC, Duration.ofMinutes(2), 51_300, "")));
        users.add(user(HOME, "005-gus", "service", both(Stage.MATCHING, null, 0, "")));
        return new OrganizationStatus(HOME, NOW, users);
    }

    static OrganizationStatus americas() {
        return new OrganizationStatus(
                AMERICAS,
                NOW,
                List.of(
                        user(AMERICAS, "005-hana", "field", both(Stage.IN_SYNC, null, 77, "")),
                        user(AMERICAS, "005-ivan", "field", both(Stage.NOT_STARTED, null, 0, "")),
                        user(AMERICAS, "005-idle", null, List.of())));
    }

    private static UserStatus user(
            OrganizationId organization, String id, @Nullable String configuration, List<FlowStatus> flows) {
        return new UserStatus(
                organization,
                new UserId(id),
                configuration == null ? null : new ConfigurationId(configuration),
                NOW,
                flows,
                flows.isEmpty() ? "the configuration switches contacts and events off" : "");
    }

    private static List<FlowStatus> both(Stage stage, @Nullable Duration lag, long linked, String reason) {
        boolean begun = stage != Stage.NOT_STARTED && stage != Stage.MATCHING && stage != Stage.INITIAL_SYNC;
        Instant success = NOW.minus(lag == null ? Duration.ofMinutes(5) : lag.plusMinutes(5));
        return Stream.of(SyncDirection.CRM_TO_MAIL, SyncDirection.MAIL_TO_CRM)
                .map(way -> way == SyncDirection.CRM_TO_MAIL
                        ? new FlowStatus(
                                ItemKind.CONTACT,
                                way,
                                stage,
                                begun ? success : null,
                                lag == null ? null : NOW.minus(lag),
                                new FlowCounts(
                                        linked,
                                        lag == null ? 0 : 3,
                                        stage == Stage.RETRYING ? 1 : 0,
                                        stage == Stage.HELD ? 31 : 0,
                                        0,
                                        0),
                                stage == Stage.RETRYING ? NOW.plus(Duration.ofMinutes(15)) : null,
                                reason)
                        : new FlowStatus(
                                ItemKind.CONTACT,
                                way,
                                stage == Stage.RETRYING || stage == Stage.HELD ? Stage.IN_SYNC : stage,
                                begun ? NOW.minus(Duration.ofMinutes(5)) : null,
                                null,
                                new FlowCounts(linked, 0, 0, 0, 0, 0),
                                null,
                                stage == Stage.FAILED ? reason : ""))
                .toList();
    }

    static HeldDeletions held() {
        Instant since = NOW.minus(Duration.ofDays(3));
        String reason =
                "31 deletions over 2117 links: more than 25; look at them with Crosstie.heldDeletions, and if they are meant,"
                        + " hand the token to Crosstie.releaseDeletions";
        return new HeldDeletions(
                new CollectionKey(HOME, new UserId("005-dora"), ItemKind.CONTACT),
                new ReleaseToken("7f3a-19c2-80be"),
                since,
                IntStream.range(0, 31)
                        .mapToObj(each -> new HeldDeletion(
                                new LinkId("link-" + each),
                                new ItemId("003-" + (1_700 + each)),
                                new ItemId("AAMkAGI1-" + each),
                                Side.MAIL,
                                new ItemVersion("CQAAAB" + each),
                                reason,
                                since))
                        .toList(),
                null);
    }

    static OutcomeReport outcomes() {
        return new OutcomeReport(
                List.of(
                        line(
                                "005-anna",
                                OutcomeCode.VALIDATION_REJECTED,
                                "003-1842",
                                null,
                                "the system refuses it with" + " ErrorInvalidPhoneNumber; correct the record there"),
                        line(
                                "005-edith",
                                OutcomeCode.VALIDATION_REJECTED,
                                "003-0417",
                                null,
                                "the system refuses it with" + " ErrorInvalidPhoneNumber; correct the record there"),
                        line("005-ben", OutcomeCode.AUTH_EXPIRED, null, null, "the system refuses the credentials"),
                        line("005-cem", OutcomeCode.AUTH_EXPIRED, null, null, "the system refuses the credentials"),
                        line(
                                "005-anna",
                                OutcomeCode.AMBIGUOUS_MATCH,
                                "003-2001",
                                "AAMkAGI1-77",
                                "two records in the mailbox" + " have its e-mail address"),
                        line(
                                "005-well-3",
                                OutcomeCode.CONFLICT_RESOLVED,
                                "003-0031",
                                "AAMkAGI1-12",
                                "updated in the mailbox"),
                        line("005-well-4", OutcomeCode.DONE, "003-0040", "AAMkAGI1-19", "created in the mailbox"),
                        line(
                                "005-well-5",
                                OutcomeCode.FILTERED_OUT,
                                "003-0051",
                                null,
                                "the filter on companyName does not" + " let it in")),
                0);
    }

    /** What a next round would do for Anna: something of everything. */
    static SyncPlan plan() {
        return plans().get(1);
    }

    /** What the next round would do for Anna, first with one edit, then after many. */
    static List<SyncPlan> plans() {
        TwoOffices offices = new TwoOffices();
        InMemoryRecords crm = offices.annasContacts(Side.CRM);
        InMemoryRecords mail = offices.annasContacts(Side.MAIL);
        ItemId ada = crm.create(TwoOffices.ada());
        ItemId left = crm.create(contact("Gone", "Tomorrow", "left@gone.example"));
        offices.crosstie().sync(TwoOffices.NORTH, TwoOffices.ANNA);
        ItemId passing = crm.create(contact("Passing", "By", "passing@by.example"));
        crm.edit(ada, item -> item.set(ContactFields.JOB_TITLE, "Programmer"));
        SyncPlan first = contactsOfAnna(offices);
        crm.delete(passing);
        crm.edit(ada, item -> item.set(ContactFields.JOB_TITLE, "Countess").set(ContactFields.DEPARTMENT, "Research"));
        mail.items()
                .forEach(
                        (id, item) -> mail.edit(id, edited -> edited.set(ContactFields.JOB_TITLE, "Analyst <senior>")));
        crm.delete(left);
        crm.create(contact("Grace", "Hopper", "grace@compilers.example"));
        mail.create(contact("Emmy", "Noether", "emmy@ring.example"));
        return List.of(first, contactsOfAnna(offices));
    }

    private static SyncPlan contactsOfAnna(TwoOffices offices) {
        return offices.crosstie()
                .plan(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.CONTACT)
                .orElseThrow();
    }

    private static Item contact(String givenName, String surname, String address) {
        return Item.contact()
                .set(ContactFields.GIVEN_NAME, givenName)
                .set(ContactFields.SURNAME, surname)
                .set(ContactFields.EMAIL_ADDRESS, address)
                .build();
    }

    private static OutcomeLine line(
            String user, OutcomeCode code, @Nullable String crm, @Nullable String mail, String message) {
        return new OutcomeLine(
                new OutcomeLine.Context(
                        new OrganizationUser(HOME, new UserId(user)), ItemKind.CONTACT, NOW, "run-2026-03-02-10"),
                code,
                Stream.of(key(Side.CRM, crm), key(Side.MAIL, mail))
                        .flatMap(List::stream)
                        .toList(),
                code == OutcomeCode.CONFLICT_RESOLVED ? List.of("jobTitle") : List.of(),
                message,
                null);
    }

    private static List<RecordKey> key(Side side, @Nullable String id) {
        return id == null ? List.of() : List.of(new RecordKey(side, new ItemId(id)));
    }
}
