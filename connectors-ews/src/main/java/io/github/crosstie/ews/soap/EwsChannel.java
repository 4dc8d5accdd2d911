package io.github.crosstie.ews.soap;

/**
 * One mailbox's way to its server. It puts a request into an envelope, signs in, sends, keeps deadlines, and turns every
 * trouble that concerns the whole request (a fault, an HTTP status, a broken connection) into one of the SPI's exceptions.
 */
public interface EwsChannel {

    /**
     * Sends one request and reads its answer.
     *
     * @param request what to ask
     * @param reader reads the answer
     * @param <T> what the answer is
     * @return what the reader made of the answer
     * @throws io.github.crosstie.fault.CrosstieException if the request as a whole had no answer
     */
    <T> T call(EwsRequest request, EwsReader<T> reader);
}
