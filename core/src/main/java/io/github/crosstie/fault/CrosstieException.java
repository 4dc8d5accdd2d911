package io.github.crosstie.fault;

import org.jspecify.annotations.Nullable;

/**
 * Root of everything this library throws on purpose, apart from {@link IllegalArgumentException} for misuse.
 *
 * <p>The leaves are split by what a caller does next: wait ({@link ThrottledException}, {@link UnavailableException}), ask a
 * person ({@link UnauthorizedException}, {@link AccessBlockedException}, {@link MailboxUnavailableException}), start the
 * listing over ({@link CursorExpiredException}), stop because another worker took over ({@link FencedException}), or mend
 * the input or the connector ({@link InvalidInputException}, {@link ContractBrokenException}). Messages name the thing, the
 * reason and the remedy, and never carry a secret (G6).
 */
public abstract sealed class CrosstieException extends RuntimeException
        permits ThrottledException,
                UnavailableException,
                UnauthorizedException,
                AccessBlockedException,
                MailboxUnavailableException,
                CursorExpiredException,
                FencedException,
                InvalidInputException,
                ContractBrokenException {

    private static final long serialVersionUID = 1L;

    CrosstieException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
