package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.store.jdbc.JdbcStateStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;
import picocli.CommandLine;

class QuickstartStateTest {

    private static final CollectionKey CONTACTS_OF_ANNA = new CollectionKey(
            new OrganizationId("00D000000000001EAA"), new UserId("005000000000001AAA"), ItemKind.CONTACT);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @BeforeEach
    void saveAnOrganization() throws IOException {
        SmallOrganization.saveWithRecord(
                Files.createDirectory(folder.resolve("organizations")).resolve("acme"));
    }

    @Test
    void leavesTheStateInTheFile() {
        int exit = run("--state", file());

        assertThat(exit).isZero();
        assertThat(out.toString().strip()).endsWith(" 0 lost, 0 duplicated");
        assertThat(stateOfAnna().links()).hasSize(10);
    }

    @Test
    void hasAnotherEngineGoOnFromTheFile() {
        run("--state", file());

        assertThat(out.toString())
                .contains("What another engine finds in " + file())
                .containsPattern("CONTACT +CRM_TO_MAIL +IN_SYNC")
                .contains("Third sync, by that engine, nobody typing: 1 users, 0 writes");
    }

    @Test
    void refusesAFileThatKnowsTheseUsersAndLeavesItAsItIs() throws IOException {
        run("--state", file());
        byte[] before = Files.readAllBytes(Path.of(file()));
        out.getBuffer().setLength(0);

        int exit = run("--state", file());

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("--state " + file(), "earlier run", "1 of these users", "Name a new file");
        assertThat(out.toString()).isEmpty();
        assertThat(Files.readAllBytes(Path.of(file()))).isEqualTo(before);
    }

    @Test
    void takesAFileThatKnowsOtherUsersOnly() throws IOException {
        run("--state", file());
        SmallOrganization.save(Files.createDirectory(folder.resolve("others")).resolve("globex"));

        int exit = execute(
                "quickstart",
                "--state",
                file(),
                "--organizations",
                folder.resolve("others").toString());

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(stateOfAnna().links()).hasSize(10);
    }

    @Test
    void goesTogetherWithTheWire() {
        int exit = run("--wire", "--state", file());

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString()).contains("Third sync, by that engine, nobody typing: 1 users, 0 writes");
        assertThat(stateOfAnna().links()).hasSize(10);
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws IOException {
        Files.writeString(Path.of(file()), "A shopping list, and nothing that a database would know.\n".repeat(40));

        int exit = run("--state", file());

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("--state " + file());
        assertThat(Path.of(file())).content().startsWith("A shopping list");
    }

    private CollectionState stateOfAnna() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file());
        return JdbcStateStore.open(source).load(CONTACTS_OF_ANNA);
    }

    private String file() {
        return folder.resolve("state.db").toString();
    }

    private int run(String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "quickstart";
        arguments[1] = "--organizations";
        arguments[2] = folder.resolve("organizations").toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return execute(arguments);
    }

    private int execute(String... arguments) {
        CommandLine commandLine = CrosstieExamples.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(ReportArgument.in(folder, arguments));
    }
}
