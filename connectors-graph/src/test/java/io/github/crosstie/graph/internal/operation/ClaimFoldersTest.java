package io.github.crosstie.graph.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.graph.ScriptedChannel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClaimFoldersTest {

    private static final String NONE = "{'value':[]}";

    private final ScriptedChannel channel = new ScriptedChannel();
    private final ClaimFolders claims = new ClaimFolders(channel);

    @Test
    @DisplayName("S12: a mailbox that was made anew is looked for anew, though its old root was known")
    void looksForTheRootAnew() {
        channel.answer(200, "{'id':'T1','parentFolderId':'R1'}").answer(200, NONE);
        claims.read();
        channel.refuse(404, "ErrorItemNotFound")
                .answer(200, "{'id':'T2','parentFolderId':'R2'}")
                .answer(200, NONE);

        assertThat(claims.read()).isEmpty();
        assertThat(channel.calls()).last().asString().startsWith("GET /mailFolders/R2/childFolders");
    }

    @Test
    @DisplayName("S12: a root that was just told and is not there either is a mailbox that is not there")
    void looksForTheRootOnce() {
        channel.answer(200, "{'id':'T1','parentFolderId':'R1'}").refuse(404, "ErrorItemNotFound");

        assertThatThrownBy(claims::read).isInstanceOf(MailboxUnavailableException.class);
    }

    @Test
    @DisplayName("the text of a claim is in no message")
    void showsNoText() {
        assertThat(new ClaimFolders.Stored(7, "ada@acme.example", "F7")).hasToString("Stored[7]");
    }
}
