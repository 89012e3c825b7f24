# Puts a text of this folder into a library as the bytes of a C array. Comments between /* and */ and indents go.
#
#   rtp_text(render html.css render/html_css.inc)
#
# The floor's target must exist; its sources include the file between the braces of an array.
function(rtp_text floor name out)
  set(path ${CMAKE_CURRENT_SOURCE_DIR}/${floor}/${name})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
  file(READ ${path} text)
  string(REGEX REPLACE "/\\*([^*]|\\*[^/])*\\*/\n?" "" text "${text}")
  string(REGEX REPLACE "\n +" "\n" text "${text}")
  string(HEX "${text}" bytes)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/registry/${out} CONTENT "${bytes}\n" @ONLY)
endfunction()
