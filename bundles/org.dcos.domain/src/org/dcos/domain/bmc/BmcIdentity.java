package org.dcos.domain.bmc;

/**
 * What a BMC tells about itself and its server. Texts are empty where it tells nothing.
 *
 * @param guid         system GUID (IPMI v2.0 §22.14)
 * @param firmware     firmware revision, e.g. {@code 2.45}
 * @param manufacturer from the FRU's product area, else board area
 * @param serial       product serial number of the FRU, else the chassis', else the board's
 */
public record BmcIdentity(String guid, String firmware, String manufacturer, String model, String serial,
        String assetTag, String boardSerial, String chassisSerial) {}
