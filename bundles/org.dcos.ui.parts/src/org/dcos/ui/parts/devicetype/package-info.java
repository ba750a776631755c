/** Device types from files of the community's format. */
package org.dcos.ui.parts.devicetype;
