package org.dcos.net.dhcp.engine;

/** Why a message has no answer. */
public enum Reason {
    /** It is no request, or of a type that only servers send. */
    NOT_FOR_SERVERS,
    /** It has no type, no identity, or lacks what its type needs. */
    INCOMPLETE,
    /** Its identifier or what its relay says is longer than an option without parts, and would have to be kept. */
    TOO_LONG,
    /** The interface, or the subnet of the client, is not among those told to serve. */
    NOT_SERVED,
    /** No address is left that this client may have. */
    NO_ADDRESS_LEFT,
    /** The client has as many addresses as one may have. */
    TOO_MANY_OF_ONE_CLIENT,
    /** An address is being probed for the client; it will be offered when that is done. */
    BEING_PROBED,
    /** The client names another server. */
    OTHER_SERVER,
    /** Its address is not known here, and another server may know it. */
    NOT_AUTHORITATIVE,
    /** It is done: none of these has an answer. */
    TAKEN_NOTE,
    /** The relay may not ask about leases. */
    MAY_NOT_QUERY
}
