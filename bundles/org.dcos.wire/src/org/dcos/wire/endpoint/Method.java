package org.dcos.wire.endpoint;

/** The methods of HTTP that the API uses (RFC 9110 §9.3). */
public enum Method {
    GET, POST, PUT, DELETE;

    /** Whether it changes nothing and may be sent again. */
    public boolean safe() {
        return this == GET;
    }
}
