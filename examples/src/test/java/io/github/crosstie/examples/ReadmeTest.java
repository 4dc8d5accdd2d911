package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.Crosstie;
import io.github.crosstie.apply.SyncResult;
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
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.report.PlanText;
import io.github.crosstie.report.ResolutionText;
import io.github.crosstie.report.ResultText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private final OrganizationId acme = new OrganizationId("00D000000000001AAA");
    private final ProfileId sales = new ProfileId("00e000000000001AAA");
    private final UserId anna = new UserId("005000000000001AAA");
    private final Clock clock = Clock.systemUTC();
    private final InMemorySystem crm = InMemorySystem.create(Side.CRM, clock);
    private final InMemorySystem mail = InMemorySystem.create(Side.MAIL, clock);
    private final InMemoryStateStore store = InMemoryStateStore.create();

    @Test
    void theTenLinesOfTheReadmeSyncAContact() {
        Item ada = Item.contact()
                .set(ContactFields.EMAIL_ADDRESS, "ada@analytical.example")
                .set(ContactFields.SURNAME, "Lovelace")
                .build();
        crm.records(new Owner(anna.value()), ItemKind.CONTACT).create(ada);
        mail.records(new Owner("anna@acme.example"), ItemKind.CONTACT);

        SyncResult result = tenLines();

        assertThat(result)
                .isInstanceOfSatisfying(
                        SyncResult.Synced.class,
                        synced -> assertThat(synced.writes()).isEqualTo(1));
        assertThat(mail.records(new Owner("anna@acme.example"), ItemKind.CONTACT)
                        .items()
                        .values())
                .containsExactly(ada);
    }

    // spotless:off
    private SyncResult tenLines() {
        Directory directory = Directory.builder(new Organization(acme, "Acme", Environment.PRODUCTION)).put(new Profile(sales, "Sales"))
                .put(User.builder(anna, "anna@acme.example", sales).emailAddress("anna@acme.example").build()).build();
        ConfigurationSet configurations = ConfigurationSet.of(acme, SyncConfiguration.builder(new ConfigurationId("sales"))
                .assignments(new Assignment.OfProfile(sales)).contacts(SyncDirection.BOTH).build());
        Crosstie crosstie = Crosstie.builder().organization(new OrganizationSetup(directory, configurations), crm)
                .mail(mail).store(store).clock(clock).ids(() -> UUID.randomUUID().toString()).build();
        System.out.println(ResolutionText.of(crosstie.explain(acme, anna)));   // who syncs by what, and why
        crosstie.plan(acme, anna, ItemKind.CONTACT).map(PlanText::withValues).ifPresent(System.out::println);
        SyncResult result = crosstie.sync(acme, anna);                          // does what the plan said
        System.out.println(ResultText.of(result));                              // what was done, what waits, and why
        return result;
    }
    // spotless:on

    @Test
    void theReadmeShowsTheLinesThatRun() throws IOException {
        List<List<String>> shown = MarkdownCode.javaBlocks(Path.of("../README.md"));

        assertThat(shown).hasSize(6);
        assertThat(run("ReadmeTest")).contains(MarkdownCode.dense(shown.get(0)));
        assertThat(run("FirstSyncTest")).contains(MarkdownCode.dense(shown.get(1)));
        assertThat(shown.subList(2, 6))
                .allSatisfy(lines -> assertThat(run("UserSyncReadmeTest")).contains(MarkdownCode.dense(lines)));
        assertThat(Files.readString(Path.of("../README.md")))
                .contains("`HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build()`");
        assertThat(shown.get(1)).as("a first test in fifteen lines").hasSizeLessThanOrEqualTo(15);
    }

    private static String run(String test) throws IOException {
        return MarkdownCode.dense(
                MarkdownCode.lines(Path.of("src/test/java/io/github/crosstie/examples/" + test + ".java")));
    }
}
