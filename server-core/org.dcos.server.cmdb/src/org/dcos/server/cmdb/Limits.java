package org.dcos.server.cmdb;

/** How long texts of the inventory may be, and how large numbers. */
public final class Limits {

    public static final int NAME = 100;
    public static final int TEXT = 150;
    public static final int POWER_WATTS = 1_000_000;

    private Limits() {}
}
