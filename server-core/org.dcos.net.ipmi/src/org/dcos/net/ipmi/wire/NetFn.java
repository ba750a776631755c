package org.dcos.net.ipmi.wire;

/** Network function codes of requests; a response has the code plus one (IPMI v2.0 r1.1 §5.1, table 5-1). */
public final class NetFn {

    public static final int CHASSIS = 0x00;
    public static final int BRIDGE = 0x02;
    public static final int SENSOR_EVENT = 0x04;
    public static final int APPLICATION = 0x06;
    public static final int FIRMWARE = 0x08;
    public static final int STORAGE = 0x0A;
    public static final int TRANSPORT = 0x0C;
    /** First data byte names the defining body: 00h PICMG, 01h DMTF, 02h SSI, 03h VITA, DCh DCMI. */
    public static final int GROUP_EXTENSION = 0x2C;
    /** First three data bytes are the maker's enterprise number. */
    public static final int OEM_GROUP = 0x2E;

    public static boolean isResponse(int netFn) {
        return (netFn & 1) != 0;
    }

    private NetFn() {}
}
