package org.dcos.lab.plan;

/** The makers of the simulated servers, as they show in FRU data and in Get Device ID. */
public enum Manufacturer {
    HUAWEI("Huawei", 2011, 0x0001, "iBMC", 0x00E0FC),
    INSPUR("Inspur", 37945, 0x0202, "ISBMC", 0x6C92BF),
    DELL("Dell", 674, 0x0100, "iDRAC9", 0x1866DA),
    HPE("HPE", 47196, 0x2020, "iLO 5", 0x948182),
    LENOVO("Lenovo", 19046, 0x0142, "XCC", 0x0894EF),
    H3C("H3C", 25506, 0x0003, "HDM", 0x74258A);

    private final String displayName;
    private final int enterprise;
    private final int productId;
    private final String controller;
    private final int oui;

    Manufacturer(String displayName, int enterprise, int productId, String controller, int oui) {
        this.displayName = displayName;
        this.enterprise = enterprise;
        this.productId = productId;
        this.controller = controller;
        this.oui = oui;
    }

    /** As in the baseline and in the FRU product area. */
    public String displayName() {
        return displayName;
    }

    /** Private enterprise number of the IANA registry, 20 bits in Get Device ID (IPMI v2.0 r1.1 §20.1). */
    public int enterprise() {
        return enterprise;
    }

    /** Product ID of Get Device ID; made up. */
    public int productId() {
        return productId;
    }

    /** What the maker calls its management controller. */
    public String controller() {
        return controller;
    }

    /** First three bytes of its controllers' MAC addresses. */
    public int oui() {
        return oui;
    }
}
