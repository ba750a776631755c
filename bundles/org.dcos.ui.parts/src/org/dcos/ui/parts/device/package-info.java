/** The page of one server. */
package org.dcos.ui.parts.device;
