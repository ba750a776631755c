/** What a Redfish service sends, as JSON whose size, depth and types nobody vouches for. */
package org.dcos.net.redfish.json;
