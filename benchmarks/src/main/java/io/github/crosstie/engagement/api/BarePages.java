package io.github.crosstie.engagement.api;

import io.github.crosstie.engagement.connector.EngagementCapabilities;
import io.github.crosstie.engagement.connector.PageToken;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.connector.UserPage;
import io.github.crosstie.engagement.connector.UserWrite;
import io.github.crosstie.engagement.connector.UserWriteOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A unit whose pages are bytes in memory, read as those that come over HTTP: into a buffer, then by the library's own
 * reader, which knows the users of the listing before. In its package, so that benchmarks can tell what reading costs
 * without a network. Not thread-safe.
 */
public final class BarePages implements UnitEndpoint {

    private static final EngagementCapabilities CAPABILITIES =
            new EngagementCapabilities(ApiField.shown(), Set.of(), 1, Duration.ZERO);

    private final KnownUsers known = new KnownUsers();
    private final PageBuffer buffer = new PageBuffer(ApiConnection.LARGEST_BODY);
    private List<byte[]> pages = List.of();

    /**
     * Sets what the next listing shows.
     *
     * @param pages the pages as they come over the network; page {@code n} names {@code n + 1} as its next
     * @return this
     */
    public BarePages show(List<byte[]> pages) {
        this.pages = pages;
        return this;
    }

    @Override
    public EngagementCapabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public UserPage list(@Nullable PageToken token) {
        if (token == null) {
            known.begin();
        }
        buffer.clear();
        try {
            buffer.append(ByteBuffer.wrap(pages.get(token == null ? 0 : Integer.parseInt(token.value()))));
        } catch (IOException tooLarge) {
            throw new UncheckedIOException("a page of the benchmark is larger than any page may be", tooLarge);
        }
        PageContent content = new PageReader(known).read(buffer);
        if (!(content instanceof PageContent.Users page)) {
            throw new IllegalStateException("a page of the benchmark is no page of users: " + content);
        }
        if (page.next() == null) {
            known.end();
        }
        return new UserPage(page.users(), page.next(), page.next() == null);
    }

    @Override
    public List<UserWriteOutcome> write(List<UserWrite> writes) {
        return Collections.nCopies(
                writes.size(), new UserWriteOutcome.Rejected("READ_ONLY", "the benchmark writes nothing", true));
    }
}
