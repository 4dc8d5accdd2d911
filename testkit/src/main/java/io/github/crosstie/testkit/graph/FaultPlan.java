package io.github.crosstie.testkit.graph;

/** What can go wrong with a request. */
sealed interface FaultPlan {

    /**
     * Graph refuses the request before it does anything.
     *
     * @param refusal the status and the code
     */
    record Refused(GraphRefusal refusal) implements FaultPlan {}

    /**
     * Somebody else answers: a proxy, a gateway, the web server.
     *
     * @param reply what they say
     */
    record Foreign(GraphReply reply) implements FaultPlan {}

    /**
     * Somebody acts just before the request is worked on; nothing else happens to it.
     *
     * @param deed what is done
     */
    record Meanwhile(Runnable deed) implements FaultPlan {}

    /**
     * What was asked for is done, and somebody in between answers that it is not.
     *
     * @param instead what comes in place of the answer
     */
    record AnswerReplaced(GraphReply instead) implements FaultPlan {}

    /**
     * What was asked for is done, and the answer is stranger than usual.
     *
     * @param change what becomes of it
     */
    record Changed(AnswerChange change) implements FaultPlan {}

    /** The connection breaks before the request is looked at. */
    record RequestLost() implements FaultPlan {}

    /** What was asked for is done, and the connection breaks before any answer. */
    record AnswerLost() implements FaultPlan {}

    /**
     * What was asked for is done, and the answer does not come as answers do.
     *
     * @param delivery how it comes
     */
    record Delivered(Delivery delivery) implements FaultPlan {}
}
