# Warnings for everyone, hardening for release, sanitizers on request. Each flag is tried first,
# since gcc and clang do not know the same ones.
include(CheckCCompilerFlag)
include(CheckCSourceRuns)
include(CheckLinkerFlag)

add_library(rtp_flags INTERFACE)
target_include_directories(rtp_flags INTERFACE ${CMAKE_SOURCE_DIR}/include)
target_compile_definitions(rtp_flags INTERFACE _POSIX_C_SOURCE=200809L)

function(rtp_try_compile_flags)
  foreach(flag ${ARGN})
    string(MAKE_C_IDENTIFIER "have${flag}" have)
    check_c_compiler_flag(${flag} ${have})
    if(${have})
      target_compile_options(rtp_flags INTERFACE ${flag})
    endif()
  endforeach()
endfunction()

function(rtp_try_link_flags)
  foreach(flag ${ARGN})
    string(MAKE_C_IDENTIFIER "have${flag}" have)
    check_linker_flag(C ${flag} ${have})
    if(${have})
      target_link_options(rtp_flags INTERFACE ${flag})
    endif()
  endforeach()
endfunction()

rtp_try_compile_flags(
  -Wall -Wextra -Wformat=2 -Wconversion -Wsign-conversion -Wshadow -Wvla -Wstrict-prototypes -Wmissing-prototypes
  -Wundef -Wcast-qual -Wwrite-strings -Wimplicit-fallthrough -Wnull-dereference -Werror=format-security
  -Wswitch-enum -Wlogical-op -Wduplicated-cond -Wduplicated-branches -Wjump-misses-init -Wbidi-chars=any)
if(RTOPITCH_STRICT)
  target_compile_options(rtp_flags INTERFACE -Werror)
endif()

# Rounding is then done in place: libm, needed for nothing else, would cost a sixth of an empty program's start.
rtp_try_compile_flags(-fno-trapping-math -fno-math-errno)

# Floors are libraries of their own, and much of what they call in each other is small: seen as one program, a profile
# takes a tenth fewer instructions. Not for development, since every link then compiles the program once more.
option(RTOPITCH_LTO "Optimise across files" OFF)
if(RTOPITCH_LTO)
  include(CheckIPOSupported)
  check_ipo_supported(RESULT have_ipo LANGUAGES C)
  set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ${have_ipo})
endif()

# The same bytes from every folder.
target_compile_options(rtp_flags INTERFACE "-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.")

if(RTOPITCH_SANITIZE)
  target_compile_options(rtp_flags INTERFACE -fsanitize=${RTOPITCH_SANITIZE} -fno-omit-frame-pointer
                                             -fno-sanitize-recover=all)
  target_link_options(rtp_flags INTERFACE -fsanitize=${RTOPITCH_SANITIZE})
elseif(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
  rtp_try_compile_flags(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection
                        -fcf-protection=full -fno-delete-null-pointer-checks -fno-strict-overflow
                        -fno-strict-aliasing -ftrivial-auto-var-init=zero)
  rtp_try_link_flags(-pie -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,--as-needed)
  target_compile_options(rtp_flags INTERFACE -fPIE)

  # Keeps the embedded tables from costing thousands of relocations at start. A C library older
  # than the linker may not know them, which shows only when a program runs.
  if(NOT CMAKE_CROSSCOMPILING)
    set(CMAKE_REQUIRED_LINK_OPTIONS -Wl,-z,pack-relative-relocs)
    check_c_source_runs(
      "static int a; static int *volatile p = &a; int main(void) { return *p; }" have_packed_relocations)
    unset(CMAKE_REQUIRED_LINK_OPTIONS)
  endif()
  if(have_packed_relocations)
    target_link_options(rtp_flags INTERFACE -Wl,-z,pack-relative-relocs)
  endif()
endif()
